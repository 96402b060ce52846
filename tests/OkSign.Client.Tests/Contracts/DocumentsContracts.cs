using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class DocumentsContracts
{
    private static readonly ContractAnswer DoesNotExist =
        Failure<OkSignNotFoundException>("does not exist", """{ "status": "FAILED", "reason": "Document does not exist" }""");

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Document.upload", "POST", "/v1/document/upload",
            async (client, token) => await client.Documents.UploadAsync(OkSignFile.FromBytes(SamplePdf.Contract, "Überlassung – 2026.pdf"), token))
        {
            Headers = { ["x-oksign-filename"] = "Uberlassung - 2026.pdf", ["content-type"] = "application/pdf" },
            Body = SamplePdf.Contract,
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": "{{Wire.SourceText}}" }""", result => Assert.Equal(Wire.Source, result)),
                Variant("members the other way round", $$"""{"reason":"{{Wire.SourceText}}","status":"OK"}""", result => Assert.Equal(Wire.Source, result)),
                Failure<OkSignUnexpectedContentException>("empty id", """{ "status": "OK", "reason": "" }"""),
                Failure<OkSignUnexpectedContentException>("an object for an id", """{ "status": "OK", "reason": {} }"""),
            ],
        },
        new("Document.exists", "GET", "/v1/document/exists", async (client, token) => await client.Documents.ExistsAsync(Wire.Source, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.SourceText },
            Answers =
            [
                Ok("""{ "status": "OK", "reason": { "filename": "contract.pdf", "template": false } }""", Wire.Is<DocumentInfo>(info =>
                {
                    Assert.Equal("contract.pdf", info.FileName);
                    Assert.False(info.IsTemplate);
                })),
                Variant("template as text", """{ "status": "OK", "reason": { "filename": "contract.pdf", "template": "true", "new": 1 } }""", Wire.Is<DocumentInfo>(info =>
                {
                    Assert.True(info.IsTemplate);
                    Assert.Equal(1, info.AdditionalMembers["new"].GetInt32());
                })),
                Variant("does not exist", """{ "status": "FAILED", "reason": "Document does not exist" }""", Assert.Null),
            ],
        },
        new("Document.retrieve", "GET", "/v1/document/retrieve", async (client, token) => await Download(client.Documents.RetrieveAsync(Wire.Signed, token), token))
        {
            Headers = { ["x-oksign-docid"] = Wire.SignedText },
            Answers =
            [
                OkPdf(Wire.Pdf, result => Assert.Equal(Wire.Pdf, result)),
                DoesNotExist,
                Failure<OkSignUnexpectedContentException>("ok without a pdf", """{ "status": "OK", "reason": "" }"""),
                Failure<OkSignUnexpectedContentException>("a pdf that breaks off", "%PDF-1.7\n1 0 obj"),
            ],
        },
        new("Document.remove", "DELETE", "/v1/document/remove", async (client, token) =>
        {
            await client.Documents.RemoveAsync(Wire.Source, token);
            return null;
        })
        {
            Headers = { ["x-oksign-docid"] = Wire.SourceText },
            Answers =
            [
                Ok("""{ "status": "OK", "reason": "" }""", Assert.Null),
                .. WithoutContent(),
                DoesNotExist,
            ],
        },
        new("Documents.active", "GET", "/v1/documents/active", async (client, token) => await client.Documents.ListActiveAsync(token))
        {
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": [
                      { "docid": "{{Wire.SourceText}}", "filename": "contract.pdf",
                        "creator": "owner@example.com", "createdate": "2025-03-01T10:15:30+01:00",
                        "nbrOfSigaturesRequired": 2, "nbrOfSigaturesValid": 1, "status": 1,
                        "reusable": false, "viaapi": true, "orgtoken": "marketing",
                        "signed_docid": "{{Wire.SignedText}}" } ] }
                    """, Wire.IsListOf<ActiveDocument>(list =>
                    {
                        ActiveDocument document = Assert.Single(list);
                        Assert.Equal(Wire.Source, document.Id);
                        Assert.Equal("contract.pdf", document.FileName);
                        Assert.Equal("owner@example.com", document.Creator);
                        Assert.Equal(Wire.Timestamp, document.CreatedAt);
                        Assert.Equal(2, document.SignaturesRequired);
                        Assert.Equal(1, document.SignaturesPlaced);
                        Assert.Equal(DocumentStatus.Active, document.Status);
                        Assert.False(document.IsReusable);
                        Assert.True(document.IsUploadedThroughApi);
                        Assert.Equal("marketing", document.OrganizationalToken);
                        Assert.Equal(Wire.Signed, document.SignedDocumentId);
                    })),
                Variant("unsigned, numbers as text", $$"""
                    { "status": "OK", "reason": [ { "docid": "{{Wire.SourceText}}", "signed_docid": "", "status": "77", "nbrOfSigaturesRequired": "2" } ] }
                    """, Wire.IsListOf<ActiveDocument>(list =>
                    {
                        Assert.Null(list[0].SignedDocumentId);
                        Assert.Equal(new DocumentStatus(77), list[0].Status);
                        Assert.Equal(2, list[0].SignaturesRequired);
                    })),
                .. EmptyForms<ActiveDocument>(),
                Variant("a row without an id", """{ "status": "OK", "reason": [ { "filename": "x.pdf" } ] }""", Wire.IsListOf<ActiveDocument>(list =>
                {
                    Assert.Null(list[0].Id);
                    Assert.Equal("x.pdf", list[0].FileName);
                })),
            ],
        },
        new("Documents.signed", "GET", "/v1/documents/signed",
            async (client, token) => await client.Documents.ListSignedAsync(Wire.Timestamp, Wire.Timestamp.AddMinutes(30).AddMilliseconds(1), token))
        {
            Headers =
            {
                ["x-oksign-starttime"] = "2025-03-01T10:15:30+01:00",
                ["x-oksign-endtime"] = "2025-03-01T10:45:31+01:00",
            },
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": [
                      { "source_docid": "{{Wire.SourceText}}", "signed_docid": "{{Wire.SignedText}}",
                        "filename": "contract.pdf", "signerid": "{{Wire.AnnaText}}",
                        "nbrOfSigaturesRequired": 2, "nbrOfSigaturesValid": 2,
                        "fields_completed": [ { "name": "TEXT_1", "value": "Ghent" } ],
                        "creditsinfo": [ { "signerid": "{{Wire.AnnaText}}", "credits": 1 } ],
                        "ts": "2025-03-01T10:15:30+01:00" } ] }
                    """, Wire.IsListOf<SigningEvent>(list =>
                    {
                        SigningEvent signing = Assert.Single(list);
                        Assert.Equal(Wire.Source, signing.SourceDocumentId);
                        Assert.Equal(Wire.Signed, signing.SignedDocumentId);
                        Assert.Equal(Wire.Anna, signing.SignerId);
                        Assert.Equal("contract.pdf", signing.FileName);
                        Assert.Equal((2, 2), (signing.SignaturesRequired, signing.SignaturesPlaced));
                        Assert.Equal(("TEXT_1", "Ghent"), (signing.CompletedFields[0].Name, signing.CompletedFields[0].Value));
                        Assert.Equal(1, signing.CreditsUsed[0].Credits);
                        Assert.Equal(Wire.Timestamp, signing.Timestamp);
                    })),
                Variant("the names of 2017, one completed field without brackets", $$"""
                    { "status": "OK", "reason": [ { "source_doc": "{{Wire.SourceText}}", "signed_doc": "{{Wire.SignedText}}",
                      "fields_completed": { "name": "TEXT_1", "value": 7 }, "ts": "2017-03-01T10:15:30" } ] }
                    """, Wire.IsListOf<SigningEvent>(list =>
                    {
                        Assert.Equal(Wire.Source, list[0].SourceDocumentId);
                        Assert.Equal(Wire.Signed, list[0].SignedDocumentId);
                        Assert.Equal("7", list[0].CompletedFields[0].Value);
                        Assert.Equal(new DateTimeOffset(2017, 3, 1, 10, 15, 30, TimeSpan.Zero), list[0].Timestamp);
                    })),
                .. EmptyForms<SigningEvent>(),
            ],
        },
        new("Linkedlist.retrieve", "GET", "/v1/linkedlist/retrieve", async (client, token) => await client.Documents.RetrieveLinkedAsync(Wire.Signed, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.SignedText },
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": { "source_docid": "{{Wire.SourceText}}", "signed_docid": "{{Wire.SignedText}}", "ts": "2025-03-01T10:15:30+01:00" } }
                    """, Wire.Is<LinkedDocument>(linked =>
                    {
                        Assert.Equal(Wire.Source, linked.SourceDocumentId);
                        Assert.Equal(Wire.Signed, linked.SignedDocumentId);
                        Assert.Equal(Wire.Timestamp, linked.Timestamp);
                    })),
                Variant("unsigned", $$"""{ "status": "OK", "reason": { "source_docid": "{{Wire.SourceText}}" } }""",
                    Wire.Is<LinkedDocument>(linked => Assert.Null(linked.SignedDocumentId))),
                Variant("unknown", """{ "status": "OK", "reason": "" }""", Assert.Null),
            ],
        },
    ];

    internal static async Task<object?> Download(Task<PdfDownload> retrieve, CancellationToken token)
    {
        await using PdfDownload download = await retrieve;
        using var copy = new MemoryStream();
        await download.CopyToAsync(copy, token);
        return copy.ToArray();
    }

    /// <summary>The other forms of an answer that says no more than that all went well.</summary>
    internal static IEnumerable<ContractAnswer> WithoutContent() =>
    [
        Variant("no reason", """{ "status": "OK" }""", Assert.Null),
        Variant("reason null", """{ "status": "OK", "reason": null }""", Assert.Null),
    ];

    internal static IEnumerable<ContractAnswer> EmptyForms<T>()
        => new[] { "\"\"", "null", "[]", "{}" }
            .Select(form => Variant($"empty as {form}", $$"""{ "status": "OK", "reason": {{form}} }""", Wire.IsListOf<T>(Assert.Empty)))
            .Append(Variant("empty as a missing reason", """{ "status": "OK" }""", Wire.IsListOf<T>(Assert.Empty)));
}
