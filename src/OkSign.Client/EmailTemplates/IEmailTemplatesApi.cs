using Refit;

namespace OkSign.Client;

/// <summary>The e-mail templates endpoint as it is on the wire.</summary>
[Headers(WireHeaders.AcceptJson)]
internal interface IEmailTemplatesApi
{
    [Get("/v1/emailtemplates/retrieve")]
    Task<HttpResponseMessage> RetrieveAsync([Property(OperationCall.Key)] OperationCall call, CancellationToken cancellationToken);
}

/// <summary>What repeating the e-mail templates operation means.</summary>
internal static class EmailTemplatesOperations
{
    public static readonly Operation Retrieve = new("EmailTemplates.retrieve", OperationClass.Read);
}
