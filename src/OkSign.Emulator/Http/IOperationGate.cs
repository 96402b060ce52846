using Microsoft.AspNetCore.Http;

namespace OkSign.Emulator.Http;

/// <summary>What is the same for every operation of a service: who comes in, and how a refusal goes out.</summary>
internal interface IOperationGate
{
    Task RunAsync(HttpContext context, Operation operation, Func<HttpRequest, Task<IResult>> handler);
}
