using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Signing;

/// <summary>Reads what a signer does from a POST to the signing link.</summary>
internal static class SigningScriptReader
{
    public const string MethodName = "method";
    public const string MobileName = "mobile";

    /// <summary>Before the names of document fields in the page's form, so that a field may be called "method".</summary>
    public const string FieldPrefix = "field:";

    private const string ValuesName = "values";

    /// <exception cref="RefusedException">The body is not a script.</exception>
    public static async Task<SigningScript> ReadAsync(HttpContext context)
    {
        SigningScript script = context.Request.MediaType() switch
        {
            MediaTypes.Form => await ReadFormAsync(context),
            MediaTypes.Json => ReadJson(await JsonBody.ReadObjectAsync(context)),
            _ => await ReadNothingAsync(context),
        };
        return script with { IPAddress = SignerAddress.Of(context) };
    }

    private static async Task<SigningScript> ReadNothingAsync(HttpContext context)
    {
        byte[]? body = await RequestBody.ReadAtMostAsync(context, limit: 0);
        return body is not null
            ? new SigningScript()
            : throw new RefusedException($"The content-type must be {MediaTypes.Json} or {MediaTypes.Form}");
    }

    private static SigningScript ReadJson(JsonElement json)
    {
        var problems = new Problems();
        var members = new JsonMembers(json, "", problems);
        var script = new SigningScript
        {
            Method = members.Text(MethodName),
            Mobile = members.Text(MobileName),
            Values = members.Object(ValuesName) is { } values ? ReadValues(values) : new Dictionary<string, string>(),
        };
        problems.ThrowIfAny();
        return script;
    }

    private static Dictionary<string, string> ReadValues(JsonMembers values)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in values.All())
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.String:
                    read[name] = value.GetString()!;
                    break;
                case JsonValueKind.True or JsonValueKind.False:
                    read[name] = FieldValues.Format(value.GetBoolean());
                    break;
                default:
                    values.Problem($"{name} must be a string, true or false");
                    break;
            }
        }

        return read;
    }

    private static async Task<SigningScript> ReadFormAsync(HttpContext context)
    {
        Dictionary<string, StringValues> form = await FormBody.ReadAsync(context);
        return new SigningScript
        {
            Method = NotEmpty(form.GetValueOrDefault(MethodName)),
            Mobile = NotEmpty(form.GetValueOrDefault(MobileName)),

            // A ticked checkbox comes after the hidden "false" of the same name.
            Values = form
                .Where(entry => entry.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
                .ToDictionary(entry => entry.Key[FieldPrefix.Length..], entry => entry.Value[^1] ?? "", StringComparer.Ordinal),
        };
    }

    private static string? NotEmpty(StringValues values) => StringValues.IsNullOrEmpty(values) ? null : values[^1];
}
