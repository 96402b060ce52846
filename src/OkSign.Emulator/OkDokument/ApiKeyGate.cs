using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.Account;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.OkDokument;

/// <summary>Lets in who has the API key, or everybody where the signer's browser comes, and tells refusals as OKdokument does.</summary>
internal sealed class ApiKeyGate(OkDokumentEmulatorOptions options, DokumentAnswers answers) : IOperationGate
{
    public async Task RunAsync(HttpContext context, Operation operation, Func<HttpRequest, Task<IResult>> handler)
    {
        bool comesIn = operation.IsPublic || HasKey(context.Request);
        IResult result = comesIn ? await HandleAsync(context.Request, handler) : await TurnAwayAsync(context);
        context.Progress().CarriedOut = comesIn;
        await result.ExecuteAsync(context);
    }

    /// <summary>Runs a handler and turns a refusal anywhere in it into the service's envelope.</summary>
    public async Task<IResult> HandleAsync(HttpRequest request, Func<HttpRequest, Task<IResult>> handler)
    {
        try
        {
            return await handler(request);
        }
        catch (DokumentRefusedException refusal)
        {
            return answers.Refused(refusal);
        }
        catch (RefusedException refusal)
        {
            return answers.Refused(DokumentRefusedException.BadInput(ErrorCodes.InvalidRequest, string.Join("; ", refusal.Problems)));
        }
    }

    private async Task<IResult> TurnAwayAsync(HttpContext context)
    {
        await RequestBody.DiscardAsync(context);
        return answers.Refused(new DokumentRefusedException(StatusCodes.Status401Unauthorized, ErrorCodes.Unauthorized, value: null));
    }

    private bool HasKey(HttpRequest request)
    {
        StringValues key = request.Headers[RequestHeaders.ApiKey];
        return key.Count == 1 && ConstantTime.AreEqual(key.ToString(), options.ApiKey);
    }
}
