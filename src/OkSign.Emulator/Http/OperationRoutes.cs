using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OkSign.Emulator.Http;

/// <summary>
/// Routes requests to operations. Handlers take the request itself and not, as minimal APIs would let them, typed parameters: those are
/// compiled at run time, which would be most of the time that an emulator takes to start.
/// </summary>
internal sealed class OperationRoutes(IEndpointRouteBuilder service, OperationGate gate)
{
    public void Map(Operation operation, Func<HttpRequest, Task<IResult>> handler)
        => service
            .MapMethods(operation.Path, [operation.Method], context => gate.RunAsync(context, operation, handler))
            .WithMetadata(operation);

    public void Map(Operation operation, Func<HttpRequest, IResult> handler)
        => Map(operation, request => Task.FromResult(handler(request)));
}
