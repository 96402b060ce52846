using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class SignExpressContracts
{
    private const string Address = "https://www.oksign.be/sign/express";

    private const string SessionJson = $$"""
        { "documents": [ { "docid": "{{Wire.SourceText}}" } ], "signerid": "{{Wire.AnnaText}}", "validity": 30,
          "callbackURL": "https://app.example.com/oksign/callback", "returnURL": "https://app.example.com/done" }
        """;

    private static readonly SignExpressToken Token = new(Wire.TokenText);

    private static readonly SignExpressSession Session = new()
    {
        Documents = [Wire.Source],
        SignerId = Wire.Anna,
        ValidityDays = 30,
        CallbackUrl = new Uri("https://app.example.com/oksign/callback"),
        ReturnUrl = new Uri("https://app.example.com/done"),
    };

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("SignExpress.create", "POST", "/v1/signexpress/create", async (client, token) => await client.SignExpress.CreateAsync(Session, token))
        {
            Headers = { ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = SessionJson,
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": "{{Address}}" }""", Gives(Address, null)),
                Variant("an address that ends in a token", $$"""{ "status": "OK", "reason": "{{Address}}/{{Wire.TokenText}}?lang=nl" }""",
                    Gives($"{Address}/{Wire.TokenText}?lang=nl", Token)),
                Variant("an address that ends in a document's id", $$"""{ "status": "OK", "reason": "{{Address}}/{{Wire.SourceText}}" }""",
                    Gives($"{Address}/{Wire.SourceText}", null)),
                Variant("only the token", $$"""{ "status": "OK", "reason": "{{Wire.TokenText}}" }""", Gives(null, Token)),
                Variant("an object with both", $$"""{ "status": "OK", "reason": { "url": "{{Address}}", "token": "{{Wire.TokenText}}" } }""", Gives(Address, Token)),
                Variant("an object with an address", $$"""{ "status": "OK", "reason": { "URL": "{{Address}}", "token": "" } }""", Gives(Address, null)),
                Variant("an object with a token", $$"""{ "status": "OK", "reason": { "url": null, "token": "{{Wire.TokenText}}" } }""", Gives(null, Token)),
                Variant("an object with a docid", $$"""{ "status": "OK", "reason": { "docid": "{{Wire.TokenText}}" } }""", Gives(null, Token)),
                Variant("more than is known", $$"""{ "status": "OK", "reason": { "token": "{{Wire.TokenText}}", "validuntil": "2025-04-01" } }""",
                    Wire.Is<CreatedSignExpress>(created => Assert.Equal("2025-04-01", created.AdditionalMembers["validuntil"].GetString()))),
                Failure<OkSignUnexpectedContentException>("an address that is none", """{ "status": "OK", "reason": { "url": "/sign/1" } }"""),
                .. SessionAnswers.NothingCreated,
                SessionAnswers.DoesNotExist("Document"),
            ],
        },
        new("SignExpress.retrieve", "GET", "/v1/signexpress/retrieve", async (client, token) => await client.SignExpress.RetrieveAsync(Token, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.TokenText },
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": {{SessionJson}} }""", Wire.Is<SignExpressSession>(session =>
                {
                    Assert.Equal(Wire.Source, Assert.Single(session.Documents).Id);
                    Assert.Equal((Wire.Anna, 30), (session.SignerId, session.ValidityDays));
                    Assert.Equal((Session.CallbackUrl, Session.ReturnUrl), (session.CallbackUrl, session.ReturnUrl));
                })),
                Variant("lower case, a number as text, more than is known", $$"""
                    { "status": "OK", "reason": { "documents": [ { "docid": "{{Wire.SourceText}}" } ], "signerid": "{{Wire.AnnaText}}", "validity": "30",
                      "callbackurl": "", "returnurl": "https://app.example.com/done", "url": "{{Address}}" } }
                    """, Wire.Is<SignExpressSession>(session =>
                    {
                        Assert.Equal(30, session.ValidityDays);
                        Assert.Equal((null, Session.ReturnUrl), (session.CallbackUrl, session.ReturnUrl));
                        Assert.Equal(Address, session.AdditionalMembers["url"].GetString());
                    })),
                Variant("without a validity", $$"""
                    { "status": "OK", "reason": { "documents": [ { "docid": "{{Wire.SourceText}}" } ], "signerid": "{{Wire.AnnaText}}", "validity": "" } }
                    """, Wire.Is<SignExpressSession>(session => Assert.Null(session.ValidityDays))),
                .. SessionAnswers.NothingToRead,
                SessionAnswers.DoesNotExist("Session"),
            ],
        },
        new("SignExpress.remove", "DELETE", "/v1/signexpress/remove", async (client, token) =>
        {
            await client.SignExpress.RemoveAsync(Token, token);
            return null;
        })
        {
            Headers = { ["x-oksign-docid"] = Wire.TokenText },
            Answers = [.. SessionAnswers.Removed, SessionAnswers.DoesNotExist("SignExpress")],
        },
    ];

    private static Action<object?> Gives(string? address, SignExpressToken? token)
        => Wire.Is<CreatedSignExpress>(created =>
        {
            Assert.Equal((address, token), (created.Url?.OriginalString, created.Token));
            Assert.Empty(created.AdditionalMembers);
        });
}
