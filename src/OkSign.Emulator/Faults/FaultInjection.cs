using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Faults;

/// <summary>Stands before every operation, as a proxy would: credentials and rate limits are the business of what comes behind.</summary>
internal sealed class FaultInjection(EmulatorFaults faults, RequestLog log, TimeProvider timeProvider)
{
    public void Know(Operation operation) => faults.Know(operation);

    public Task RunAsync(HttpContext context, Operation operation, RequestDelegate work)
    {
        if (faults.Next(operation.Name) is not { } fault)
        {
            return work(context);
        }

        context.Progress().Fault = fault;
        return fault.RunAsync(new FaultedRequest(context, operation, work, log, faults, timeProvider));
    }
}
