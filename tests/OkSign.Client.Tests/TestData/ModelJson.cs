using System.Text.Json;
using System.Text.Json.Serialization;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests;

/// <summary>How the library itself reads and writes each model.</summary>
internal static class ModelJson
{
    private static readonly JsonSerializerContext[] Contexts =
    [
        DocumentsJson.Shared,
        FormDescriptorsJson.Shared,
        MetadataJson.Shared,
        UsersJson.Shared,
        CreditsJson.Shared,
        DeliveryErrorsJson.Shared,
        NotificationsJson.Shared,
        EmailTemplatesJson.Shared,
        ContactsJson.Shared,
        OrganizationalTokenJson.Shared,
        BriefcasesJson.Shared,
        SignExpressJson.Shared,
        EditorExpressJson.Shared,
        StorageJson.Shared,
        RequestsJson.Shared,
        UsageJson.Shared,
    ];

    /// <summary>The settings of the source-generated context that knows the model.</summary>
    public static JsonSerializerOptions OptionsOf(Type model)
        => Contexts.Select(context => context.Options).First(options => options.TryGetTypeInfo(model, out _));
}
