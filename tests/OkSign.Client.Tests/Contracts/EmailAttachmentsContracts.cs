using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class EmailAttachmentsContracts
{
    private static readonly byte[] Terms = "Clause;Text\n1;All of it\n"u8.ToArray();

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("EmailAttachment.upload", "POST", "/v1/emailattachment/upload",
            async (client, token) => await client.EmailAttachments.UploadAsync(OkSignFile.FromBytes(Terms, "Geschäftsbedingungen.csv"), token))
        {
            Headers = { ["x-oksign-filename"] = "Geschaftsbedingungen.csv", ["content-type"] = "text/csv" },
            Body = Terms,
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": "{{Wire.AttachmentText}}" }""", result => Assert.Equal(Wire.Attachment, result)),
                Variant("a number for an id", """{ "status": "OK", "reason": 77 }""", result => Assert.Equal(new EmailAttachmentId("77"), result)),
                Failure<OkSignUnexpectedContentException>("empty id", """{ "status": "OK", "reason": "" }"""),
                Failure<OkSignUnexpectedContentException>("no id", """{ "status": "OK" }"""),
                Failure<OkSignUnexpectedContentException>("an object for an id", """{ "status": "OK", "reason": {} }"""),
                Failure<OkSignRejectedException>("a type that it does not take", """{ "status": "FAILED", "reason": "File type not allowed" }"""),
            ],
        },
        new("EmailAttachment.remove", "DELETE", "/v1/emailattachment/remove", async (client, token) =>
        {
            await client.EmailAttachments.RemoveAsync(Wire.Attachment, token);
            return null;
        })
        {
            Headers = { ["x-oksign-docid"] = Wire.AttachmentText },
            Answers =
            [
                Ok("""{ "status": "OK", "reason": "" }""", Assert.Null),
                .. DocumentsContracts.WithoutContent(),
                Failure<OkSignNotFoundException>("no such attachment", """{ "status": "FAILED", "reason": "Attachment does not exist" }"""),
            ],
        },
    ];
}
