using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class DeliveryErrorsContracts
{
    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Webhooks.retrieve", "GET", "/v1/webhooks/retrieve",
            async (client, token) => await client.DeliveryErrors.RetrieveAsync(Wire.Timestamp, Wire.Timestamp.AddMinutes(30).AddMilliseconds(1), token))
        {
            Headers =
            {
                ["x-oksign-starttime"] = "2025-03-01T10:15:30+01:00",
                ["x-oksign-endtime"] = "2025-03-01T10:45:31+01:00",
            },
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": [ { "event": "hard_bounce", "email": "anna@example.com", "source_docid": "{{Wire.SourceText}}",
                      "reason": "mailbox does not exist", "orgtoken": "marketing", "ts": "2025-03-01T10:15:30+01:00" } ] }
                    """, Wire.IsListOf<DeliveryError>(errors =>
                    {
                        DeliveryError error = Assert.Single(errors);
                        Assert.Equal(DeliveryEvent.HardBounce, error.Event);
                        Assert.Equal(("anna@example.com", null), (error.Email, error.Mobile));
                        Assert.Equal(Wire.Source, error.SourceDocumentId);
                        Assert.Equal(("mailbox does not exist", "marketing"), (error.Reason, error.OrganizationalToken));
                        Assert.Equal(Wire.Timestamp, error.Timestamp);
                    })),
                Variant("the other names", $$"""
                    { "status": "OK", "reason": [ { "type": "blocked", "mobile": "+32470000001", "document_id": "{{Wire.SourceText}}", "message": "no" } ] }
                    """, Wire.IsListOf<DeliveryError>(errors =>
                    {
                        Assert.Equal(DeliveryEvent.Blocked, errors[0].Event);
                        Assert.Equal(("+32470000001", "no"), (errors[0].Mobile, errors[0].Reason));
                        Assert.Equal(Wire.Source, errors[0].SourceDocumentId);
                    })),
                .. DocumentsContracts.EmptyForms<DeliveryError>(),
            ],
        },
    ];
}
