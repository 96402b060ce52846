using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class AuditTrailContracts
{
    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Audittrail.retrieve", "GET", "/v1/audittrail/retrieve",
            async (client, token) => await DocumentsContracts.Download(client.AuditTrail.RetrieveAsync(Wire.Signed, token), token))
        {
            Headers = { ["x-oksign-docid"] = Wire.SignedText },
            Answers =
            [
                OkPdf(Wire.Pdf, result => Assert.Equal(Wire.Pdf, result)),
                Failure<OkSignNotFoundException>("does not exist", """{ "status": "FAILED", "reason": "Document does not exist" }"""),
            ],
        },
    ];
}
