using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

/// <summary>What the answers of briefcases, SignExpress and EditorExpress have in common.</summary>
internal static class SessionAnswers
{
    /// <summary>An answer that neither names nor links to what was created.</summary>
    public static IEnumerable<ContractAnswer> NothingCreated { get; } =
        new[] { "\"\"", "null", "{}", "[]", "7", "true", "\"two words\"", """{ "url": "", "token": null }""", """{ "more": 1 }""" }
            .Select(form => Failure<OkSignUnexpectedContentException>($"created as {form}", $$"""{ "status": "OK", "reason": {{form}} }"""))
            .Append(Failure<OkSignUnexpectedContentException>("created without a reason", """{ "status": "OK" }"""));

    /// <summary>An answer in which there is nothing to read.</summary>
    public static IEnumerable<ContractAnswer> NothingToRead { get; } =
        new[] { "\"\"", "null", "{}", "[]" }
            .Select(form => Failure<OkSignUnexpectedContentException>($"empty as {form}", $$"""{ "status": "OK", "reason": {{form}} }"""))
            .Append(Failure<OkSignUnexpectedContentException>("empty as a missing reason", """{ "status": "OK" }"""));

    public static IReadOnlyList<ContractAnswer> Removed { get; } =
    [
        Ok("""{ "status": "OK", "reason": "" }""", Assert.Null),
        Variant("no reason", """{ "status": "OK" }""", Assert.Null),
        Variant("reason null", """{ "status": "OK", "reason": null }""", Assert.Null),
        Variant("reason is a text", """{ "status": "OK", "reason": "removed" }""", Assert.Null),
    ];

    public static ContractAnswer DoesNotExist(string thing)
        => Failure<OkSignNotFoundException>("does not exist", $$"""{ "status": "FAILED", "reason": "{{thing}} does not exist" }""");
}
