using System.Text.Json;
using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class MetadataContracts
{
    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Metadata.retrieve (v2)", "GET", "/v2/metadata/retrieve", async (client, token) => await client.Metadata.RetrieveAsync(Wire.Signed, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.SignedText },
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": { "filename": "contract.pdf", "size": "132 KB", "nbrOfSigaturesRequired": 1, "nbrOfSigaturesValid": 1,
                      "fields": [
                        { "inputtype": "CanvasSIG", "name": "SIG_FIELD_1", "pagenbr": 0, "metadata": { "value": {
                            "isodate": "2025-03-01T10:15:30+01:00", "signedby": "Anna Example", "actingas": "CEO", "authMethod": "TAN",
                            "signerid": "{{Wire.AnnaText}}", "msisdn": "+32470000001" } } },
                        { "inputtype": "Text", "name": "CITY", "pagenbr": 0, "metadata": { "value": "Ghent" } },
                        { "inputtype": "Text", "name": "NOTE", "pagenbr": 0 } ],
                      "signersinfo": [ { "id": "{{Wire.AnnaText}}", "name": "Anna Example", "email": "anna@example.com", "mobile": "+32470000001", "actingas": "CEO" } ] } }
                    """, Wire.Is<DocumentMetadata>(metadata =>
                    {
                        Assert.Equal(("contract.pdf", "132 KB", 1, 1), (metadata.FileName, metadata.Size, metadata.SignaturesRequired, metadata.SignaturesPlaced));
                        Assert.Equal(3, metadata.Fields.Count);
                        SignatureDetails signature = metadata.Fields[0].Value!.Signature!;
                        Assert.Equal(Wire.Timestamp, signature.SignedAt);
                        Assert.Equal(("Anna Example", "CEO", "+32470000001"), (signature.SignedBy, signature.ActingAs, signature.Mobile));
                        Assert.Equal(AuthenticationMethod.Sms, signature.AuthenticationMethod);
                        Assert.Equal(Wire.Anna, signature.SignerId);
                        Assert.Equal("Ghent", metadata.Fields[1].Value!.Text);
                        Assert.Null(metadata.Fields[2].Value);
                        Assert.Equal(Wire.Anna, Assert.Single(metadata.Signers).Id);
                    })),
                Variant("flat values, a number for the size", """
                    { "status": "OK", "reason": { "size": 135168, "fields": [ { "name": "CITY", "value": "Ghent" } ], "signersinfo": [] } }
                    """, Wire.Is<DocumentMetadata>(metadata =>
                    {
                        Assert.Equal("135168", metadata.Size);
                        Assert.Equal("Ghent", metadata.Fields[0].Value!.Text);
                    })),
                Failure<OkSignNotFoundException>("does not exist", """{ "status": "FAILED", "reason": "Document does not exist" }"""),
            ],
        },
        new("Metadata.retrieve (v1)", "GET", "/v1/metadata/retrieve", async (client, token) => await client.Metadata.RetrieveV1Async(Wire.Signed, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.SignedText },
            Answers =
            [
                Ok("""{ "status": "OK", "reason": { "fields": [ { "name": "A" } ] } }""",
                    Wire.Is<JsonElement>(json => Assert.Equal("A", json.GetProperty("fields")[0].GetProperty("name").GetString()))),
                Variant("a text", """{ "status": "OK", "reason": "nothing" }""", Wire.Is<JsonElement>(json => Assert.Equal("nothing", json.GetString()))),
            ],
        },
    ];
}
