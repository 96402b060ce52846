using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OkSign.Emulator.FormDescriptors;
using OkSign.Emulator.Http;

namespace OkSign.Emulator.Signing;

/// <summary>Reads what a signer does from a POST to the signing link: the page's form, a script as JSON, or nothing, which is to sign.</summary>
internal static class SignerActionReader
{
    public const string ActionName = "action";
    public const string MethodName = "method";
    public const string MobileName = "mobile";
    public const string CodeName = "code";
    public const string TypedName = "typed";
    public const string ReasonName = "reason";

    /// <summary>Before the names of document fields in the page's form, so that a field may be called "method".</summary>
    public const string FieldPrefix = "field:";

    private const string ValuesName = "values";

    /// <exception cref="RefusedException">The body is neither.</exception>
    public static async Task<SignerAction> ReadAsync(HttpContext context)
    {
        SignerAction action = context.Request.MediaType() switch
        {
            MediaTypes.Form => ReadForm(await FormBody.ReadAsync(context)),
            MediaTypes.Json => ReadJson(await JsonBody.ReadObjectAsync(context)),
            _ => await ReadNothingAsync(context),
        };
        return action with { Script = action.Script with { IPAddress = SignerAddress.Of(context) } };
    }

    private static async Task<SignerAction> ReadNothingAsync(HttpContext context)
    {
        byte[]? body = await RequestBody.ReadAtMostAsync(context, limit: 0);
        return body is not null
            ? new SignerAction(SignerAction.Sign, new SigningScript(), Reason: "", FromPage: false)
            : throw new RefusedException($"The content-type must be {MediaTypes.Json} or {MediaTypes.Form}");
    }

    private static SignerAction ReadJson(JsonElement json)
    {
        var problems = new Problems();
        var members = new JsonMembers(json, "", problems);
        var script = new SigningScript
        {
            Method = members.Text(MethodName),
            Mobile = members.Text(MobileName),
            Code = members.Text(CodeName),
            Drawing = SignatureDrawingReader.Read(members),
            TypedSignature = members.Text(TypedName),
            Values = members.Object(ValuesName) is { } values ? ReadValues(values) : new Dictionary<string, string>(),
        };
        var action = new SignerAction(members.Text(ActionName) ?? SignerAction.Sign, script, members.Text(ReasonName) ?? "", FromPage: false);
        problems.ThrowIfAny();
        return action;
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

    private static SignerAction ReadForm(Dictionary<string, StringValues> form)
    {
        var script = new SigningScript
        {
            Method = NotEmpty(form.GetValueOrDefault(MethodName)),
            Mobile = NotEmpty(form.GetValueOrDefault(MobileName)),

            // Empty when the page has asked for it and nothing was entered: that is not the same as a form that knows of no code.
            Code = form.TryGetValue(CodeName, out StringValues code) ? code[^1] : null,
            Drawing = SignatureDrawingReader.ReadText(NotEmpty(form.GetValueOrDefault(SignatureDrawingReader.DrawingName))),
            TypedSignature = NotEmpty(form.GetValueOrDefault(TypedName)),

            // A ticked checkbox comes after the hidden "false" of the same name.
            Values = form
                .Where(entry => entry.Key.StartsWith(FieldPrefix, StringComparison.Ordinal))
                .ToDictionary(entry => entry.Key[FieldPrefix.Length..], entry => AsEntered(entry.Value[^1]), StringComparer.Ordinal),
        };
        return new SignerAction(
            NotEmpty(form.GetValueOrDefault(ActionName)) ?? SignerAction.Sign,
            script,
            AsEntered(NotEmpty(form.GetValueOrDefault(ReasonName))),
            FromPage: true);
    }

    // A form has two characters for a line break, of which the page counts one.
    private static string AsEntered(string? text) => (text ?? "").ReplaceLineEndings("\n");

    private static string? NotEmpty(StringValues values) => StringValues.IsNullOrEmpty(values) ? null : values[^1];
}
