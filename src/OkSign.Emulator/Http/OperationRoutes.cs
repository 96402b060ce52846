using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OkSign.Emulator.Faults;

namespace OkSign.Emulator.Http;

/// <summary>
/// Routes requests to operations. Handlers take the request itself and not, as minimal APIs would let them, typed parameters: those are
/// compiled at run time, which would be most of the time that an emulator takes to start.
/// </summary>
internal sealed class OperationRoutes(IEndpointRouteBuilder service, FaultInjection faults, IOperationGate gate)
{
    public void Map(Operation operation, Func<HttpRequest, Task<IResult>> handler)
    {
        faults.Know(operation);
        service
            .MapMethods(operation.Path, [operation.Method], context => faults.RunAsync(context, operation, Work))
            .WithMetadata(operation);

        Task Work(HttpContext context) => gate.RunAsync(context, operation, handler);
    }

    public void Map(Operation operation, Func<HttpRequest, IResult> handler)
        => Map(operation, request => Task.FromResult(handler(request)));
}
