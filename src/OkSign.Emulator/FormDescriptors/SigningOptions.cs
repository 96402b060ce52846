using System.Text.Json;
using OkSign.Emulator.Signing;

namespace OkSign.Emulator.FormDescriptors;

/// <summary>The <c>signingoptions</c> of a signature field: how it may be signed.</summary>
internal sealed record SigningOptions(IReadOnlyList<SigningMethod> Methods, IReadOnlyList<string> MobileNumbers)
{
    public static SigningOptions None { get; } = new([], []);

    /// <summary>Without options every method is allowed. A member enables its method, unless it is <c>false</c>.</summary>
    public static SigningOptions Read(JsonMembers field)
    {
        if (field.Object("signingoptions") is not { } options)
        {
            return new SigningOptions(SigningMethod.All, []);
        }

        var methods = new List<SigningMethod>();
        foreach ((string name, JsonElement value) in options.All())
        {
            if (SigningMethod.Find(name) is not { } method)
            {
                options.Problem($"{name} is not a known signing method");
            }
            else if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.True or JsonValueKind.False))
            {
                options.Problem($"{name} must be an object");
            }
            else if (value.ValueKind != JsonValueKind.False && !methods.Contains(method))
            {
                methods.Add(method);
            }
        }

        if (methods.Count == 0)
        {
            options.Problem("at least one signing method must be allowed");
        }

        return new SigningOptions(methods, ReadMobileNumbers(options));
    }

    private static IReadOnlyList<string> ReadMobileNumbers(JsonMembers options)
        => options.Member(SigningMethod.Tan.Key) is { ValueKind: JsonValueKind.Object }
            ? options.Object(SigningMethod.Tan.Key)?.Object("verification")?.Object("gsm")?.Texts("msisdns") ?? []
            : [];
}
