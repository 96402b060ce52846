using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.OkDokument;

/// <summary>Reads what a signer does from a POST to the page: its form, a script as JSON, or nothing, which is Submit.</summary>
internal static class ViewerActionReader
{
    public const string ActionName = "action";
    public const string SignerNameName = "signerName";
    public const string OpenCodeName = "openCode";
    public const string SignCodeName = "signCode";
    public const string PlaceName = "place";

    /// <summary>Before the names of fields in the page's form, so that a field may be called "action".</summary>
    public const string FieldPrefix = "field:";
    public const string SignaturePrefix = "signature:";

    /// <summary>Tells that the page offered signature fields: then none ticked means none signed.</summary>
    public const string OffersName = "offers";

    /// <exception cref="RefusedException">The body is neither.</exception>
    public static async Task<ViewerAction> ReadAsync(HttpContext context)
    {
        string language = LanguageOf(context.Request);
        return context.Request.MediaType() switch
        {
            MediaTypes.Form => ReadForm(await FormBody.ReadAsync(context), language),
            MediaTypes.Json => ReadJson(await JsonBody.ReadObjectAsync(context), language),
            _ => await ReadNothingAsync(context, language),
        };
    }

    /// <summary>The browser's first language, without its country.</summary>
    private static string LanguageOf(HttpRequest request)
    {
        string first = request.Headers.AcceptLanguage.ToString().Split(',', ';', '-')[0].Trim();
        return first.Length is 2 or 3 && first.All(char.IsAsciiLetter) ? first.ToLowerInvariant() : "en";
    }

    private static async Task<ViewerAction> ReadNothingAsync(HttpContext context, string language)
    {
        byte[]? body = await RequestBody.ReadAtMostAsync(context, limit: 0);
        return body is not null
            ? new ViewerAction(ViewerAction.Submit, new DocumentSigningScript { Language = language }, FromPage: false)
            : throw new RefusedException($"The content-type must be {MediaTypes.Json} or {MediaTypes.Form}");
    }

    private static ViewerAction ReadJson(JsonElement json, string language)
    {
        var problems = new Problems();
        var members = new JsonMembers(json, "", problems);
        var script = new DocumentSigningScript
        {
            SignerName = members.Text(SignerNameName),
            Values = Values(members),
            Signatures = members.Texts("signatures"),
            Place = Place(members),
            Drawing = SignatureDrawingReader.Read(members),
            TypedSignature = members.Text(SignerActionReader.TypedName),
            OpenCode = members.Text(OpenCodeName),
            SignCode = members.Text(SignCodeName),
            Language = members.Text("language") ?? language,
            Result = members.Text("result") ?? "success",
        };
        var action = new ViewerAction(members.Text(ActionName) ?? ViewerAction.Submit, script, FromPage: false);
        problems.ThrowIfAny();
        return action;
    }

    private static Dictionary<string, string> Values(JsonMembers members)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in members.Object("values")?.All() ?? [])
        {
            if (value.ValueKind is JsonValueKind.String or JsonValueKind.True or JsonValueKind.False)
            {
                values[name] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
            }
            else
            {
                members.Problem($"values.{name} must be a string, true or false");
            }
        }

        return values;
    }

    private static ViewerAction ReadForm(Dictionary<string, StringValues> form, string language)
    {
        var script = new DocumentSigningScript
        {
            SignerName = Text(form, SignerNameName),

            // A ticked check box comes after the hidden "not" of the same name.
            Values = Named(form, FieldPrefix).ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal),
            Signatures = form.ContainsKey(OffersName) ? [.. Named(form, SignaturePrefix).Select(entry => entry.Name)] : null,
            Place = Place(Text(form, PlaceName)),
            Drawing = SignatureDrawingReader.ReadText(Text(form, SignatureDrawingReader.DrawingName)),
            TypedSignature = Text(form, SignerActionReader.TypedName),
            OpenCode = Text(form, OpenCodeName),
            SignCode = Text(form, SignCodeName),
            Language = language,
        };
        return new ViewerAction(Text(form, ActionName) ?? ViewerAction.Submit, script, FromPage: true);
    }

    /// <summary>A place as the form has it: the page and the coordinates, with spaces between them.</summary>
    public static string Write(SignaturePlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Page} {place.X} {place.Y}");

    private static SignaturePlace? Place(string? text)
    {
        string[] parts = text?.Split(' ') ?? [];
        if (parts.Length == 0)
        {
            return null;
        }

        return parts.Length == 3
            && int.TryParse(parts[0], CultureInfo.InvariantCulture, out int page)
            && double.TryParse(parts[1], CultureInfo.InvariantCulture, out double x)
            && double.TryParse(parts[2], CultureInfo.InvariantCulture, out double y)
                ? new SignaturePlace(page, x, y)
                : throw new RefusedException($"{PlaceName} must be a page and two coordinates");
    }

    private static SignaturePlace? Place(JsonMembers members)
    {
        if (members.Object(PlaceName) is not { } place)
        {
            return null;
        }

        if (place.Integer("page") is { } page && place.Number("x") is { } x && place.Number("y") is { } y)
        {
            return new SignaturePlace(page, x, y);
        }

        place.Problem("page, x and y are needed");
        return null;
    }

    private static IEnumerable<(string Name, string Value)> Named(Dictionary<string, StringValues> form, string prefix)
        => form
            .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(entry => (entry.Key[prefix.Length..], entry.Value[^1] ?? ""));

    private static string? Text(Dictionary<string, StringValues> form, string name)
        => form.GetValueOrDefault(name) is { Count: > 0 } values && values[^1] is { Length: > 0 } text ? text : null;
}
