using Microsoft.AspNetCore.Http;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Notifications;

/// <summary><c>EmailTemplates.retrieve</c>.</summary>
internal sealed class EmailTemplateEndpoints(OkSignEmulatorOptions options, EmptyAnswer empty) : IOperationGroup
{
    private const string Name = "EmailTemplates.retrieve";

    public void Map(OperationRoutes routes)
    {
        EmailTemplatePaths paths = options.WireVariants.EmailTemplatePaths;
        if (paths is EmailTemplatePaths.Both or EmailTemplatePaths.OneWord)
        {
            routes.Map(new Operation(Name, HttpMethods.Get, "v1/emailtemplates/retrieve"), Retrieve);
        }

        if (paths is EmailTemplatePaths.Both or EmailTemplatePaths.Hyphenated)
        {
            routes.Map(new Operation(Name, HttpMethods.Get, "v1/email-templates/retrieve"), Retrieve);
        }
    }

    private IResult Retrieve(HttpRequest request)
        => options.EmailTemplates.Count == 0 ? empty.Result : Envelope.Ok(options.EmailTemplates);
}
