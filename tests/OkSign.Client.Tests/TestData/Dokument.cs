using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests;

/// <summary>What most tests of OKdokument need one of, and its answers.</summary>
internal static class Dokument
{
    public const string ApiKeyText = "0a1b2c3d4_00112233445566778899aabbccddeeff";
    public const string DocumentIdText = "Qx7_rT2mB-kZ0aLw9nVd3sYc1uHe5fGj8pKt4iO";
    public const string RequestIdText = "3f0c8a52-6d1e-4c1b-9a75-5b1b0f6f2d10";
    public const string SigningUrlText = "https://dokument.example/openDocument/" + RequestIdText;
    public const string ViewerUrlText = "https://dokument.example/viewDocument?id=" + DocumentIdText;

    public static OkDokumentApiKey ApiKey { get; } = new(ApiKeyText);

    public static Uri BaseAddress { get; } = new("https://dokument.example/");

    public static StoredDocumentId DocumentId { get; } = new(DocumentIdText);

    public static SignatureRequestId RequestId { get; } = new(RequestIdText);

    public static Uri SendInfoUrl { get; } = new("https://portal.example/okd/info?token=7Q2m");

    public static Uri ResultUrl { get; } = new("https://portal.example/okd/done");

    /// <summary>The answer to a request that was registered.</summary>
    public static string Created(string? documentId = DocumentIdText)
        => documentId is null
            ? $$"""{ "message": "msg.signature.request.id.created", "result": "{{RequestIdText}}", "url": "{{SigningUrlText}}" }"""
            : $$"""{ "message": "msg.signature.request.id.created", "result": "{{RequestIdText}}", "url": "{{SigningUrlText}}", "documentId": "{{documentId}}" }""";

    /// <summary>An answer that tells what was acted on.</summary>
    public static string Done(string message, string result) => $$"""{ "message": "{{message}}", "result": "{{result}}" }""";

    /// <summary>An answer that tells what went wrong.</summary>
    public static string Refused(string message, string? value = null)
        => value is null ? $$"""{ "message": "{{message}}" }""" : $$"""{ "message": "{{message}}", "value": "{{value}}" }""";

    /// <summary>What there is to tell of a document in some state.</summary>
    public static string Info(string state)
        => $$"""
            { "filename": "0d6c2f1e-9b7a-4c55-8b61-2f4c7e9a1b30.pdf", "state": "{{state}}", "modification": "2026-03-02 11:40:51",
              "id": "{{DocumentIdText}}", "date": 1772448051690, "number": "1772439304111" }
            """;
}
