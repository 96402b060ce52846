using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OkSign.Client.OkDokument;

/// <summary>What can be known of a signature request before a credit is spent.</summary>
internal static class SignatureRequestRules
{
    private const string Empty = "it is empty: the default value of its type";

    /// <summary>Checks a request for a stored document.</summary>
    /// <exception cref="OkSignInputException">Something is wrong; all of it is told.</exception>
    public static void ThrowIfBroken(SignatureRequestSettings settings, DateTimeOffset now, string parameterName)
    {
        var problems = new ProblemList();
        problems.AddUnless(
            settings.State is null || settings.State == StoredDocumentState.ToSign,
            "State",
            $"a document that is stored changes to {StoredDocumentState.ToSign} and no other state");
        Check(settings, now, problems);
        problems.ThrowIfAny(parameterName);
    }

    public static void Check(SignatureRequestSettings settings, DateTimeOffset now, ProblemList problems)
    {
        problems.AddUnless(settings.SignatureRequestId is not { Value: "" }, "SignatureRequestId", Empty);
        problems.AddUnless(settings.FieldsBeforeSigning is not { Value: null or "" }, "FieldsBeforeSigning", Empty);
        problems.AddUnlessWebAddress(settings.ResultUrl, "ResultUrl");
        problems.AddUnlessWebAddress(settings.SendInfoUrl, "SendInfoUrl");
        problems.AddUnless(
            settings.ExpirationTime is not { } end || (end > now && end - now <= OkDokumentLimits.LongestExpiration),
            "ExpirationTime",
            $"it is in the future, and at most {OkDokumentLimits.LongestExpiration.TotalDays} days ahead");
        CheckAdditional(settings.AdditionalMembers, RequestsJson.Shared.SignatureRequestBody, "AdditionalMembers", problems);
        CheckFields(settings, problems);
        if (settings.Rules is { } rules)
        {
            CheckRules(rules, problems);
        }
    }

    /// <summary>Members that are sent along must not be there already, and have a value.</summary>
    public static void CheckAdditional(IReadOnlyDictionary<string, JsonElement> members, JsonTypeInfo type, string path, ProblemList problems)
    {
        foreach (KeyValuePair<string, JsonElement> member in members)
        {
            problems.AddUnless(type.Properties.All(known => known.Name != member.Key), $"{path}[{member.Key}]", "this member has a property of its own");
            problems.AddUnless(member.Value.ValueKind != JsonValueKind.Undefined, $"{path}[{member.Key}]", "this is no JSON");
        }
    }

    private static void CheckFields(SignatureRequestSettings settings, ProblemList problems)
    {
        foreach (KeyValuePair<FormFieldKind, IReadOnlyList<string>> kind in settings.AllowedFields ?? new Dictionary<FormFieldKind, IReadOnlyList<string>>())
        {
            string path = $"AllowedFields[{kind.Key}]";
            problems.AddUnless(kind.Key.ToString().Length > 0, path, "the kind is empty: the default value of its type");
            problems.AddUnless(kind.Value is not null && kind.Value.All(IsFieldName), path, "a field has a name, without a ; in it");
        }

        for (int index = 0; index < settings.IgnoreRequired.Count; index++)
        {
            problems.AddUnless(settings.IgnoreRequired[index].ToString().Length > 0, $"IgnoreRequired[{index}]", Empty);
        }

        string[] names = [.. settings.Fields.Select(static field => field?.Name ?? "")];
        for (int index = 0; index < names.Length; index++)
        {
            problems.AddUnless(names[index].Length > 0, $"Fields[{index}].Name", "a field has a name");
            problems.AddUnless(
                names[index].Length == 0 || Array.IndexOf(names, names[index]) == index,
                $"Fields[{index}].Name",
                $"there is another setting for {names[index]}");
            if (settings.Fields[index] is { } field)
            {
                CheckAdditional(field.AdditionalMembers, RequestsJson.Shared.FieldSetting, $"Fields[{index}].AdditionalMembers", problems);
            }
        }
    }

    private static bool IsFieldName(string? name) => !string.IsNullOrEmpty(name) && !name!.Contains(';');

    private static void CheckRules(SigningRules rules, ProblemList problems)
    {
        CheckAdditional(rules.AdditionalMembers, RequestsJson.Shared.SigningRules, "Rules.AdditionalMembers", problems);
        problems.AddUnless(
            rules.SignerName is not { Length: > SigningRules.MaxSignerNameLength },
            "Rules.SignerName",
            $"it has at most {SigningRules.MaxSignerNameLength} characters");
        problems.AddUnless(rules.Language is not { Value: null or "" }, "Rules.Language", Empty);
        problems.AddUnless(rules.EmailTo is null || rules.EmailFrom is not null, "Rules.EmailFrom", "an invitation needs an address for answers");
        problems.AddUnlessEmail(rules.EmailTo, "Rules.EmailTo");
        problems.AddUnlessEmail(rules.EmailFrom, "Rules.EmailFrom");
        problems.AddUnlessEmail(rules.OpenCodeEmail, "Rules.OpenCodeEmail");
        problems.AddUnlessEmail(rules.SignCodeEmail, "Rules.SignCodeEmail");
        problems.AddUnlessMobileNumber(rules.OpenCodePhone, "Rules.OpenCodePhone");
        problems.AddUnlessMobileNumber(rules.SignCodePhone, "Rules.SignCodePhone");
        problems.AddUnlessWebAddress(rules.ResultUrl, "Rules.ResultUrl");
        problems.AddUnlessWebAddress(rules.SendInfoUrl, "Rules.SendInfoUrl");
        problems.AddUnless(
            rules.FinalRecipients is not { Count: 0 } || rules.EmailTo is not null,
            "Rules.FinalRecipients",
            "an empty list means the invited address, and there is none");
        for (int index = 0; index < rules.FinalRecipients?.Count; index++)
        {
            problems.AddUnlessEmail(rules.FinalRecipients[index] ?? "", $"Rules.FinalRecipients[{index}]");
        }
    }
}
