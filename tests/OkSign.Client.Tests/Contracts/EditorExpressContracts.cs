using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class EditorExpressContracts
{
    private const string Address = "https://www.oksign.be/editor/express";

    private const string SessionJson = $$"""
        { "docid": "{{Wire.SourceText}}", "showAnonymousSigners": true, "showMeSigner": false, "showSigningOptions": true, "showTeammembers": false }
        """;

    private static readonly EditorExpressToken Token = new(Wire.TokenText);

    private static readonly EditorExpressSession Session = new()
    {
        DocumentId = Wire.Source,
        ShowAnonymousSigners = true,
        ShowMeSigner = false,
        ShowSigningOptions = true,
        ShowTeamMembers = false,
    };

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("EditorExpress.create", "POST", "/v1/editorexpress/create", async (client, token) => await client.EditorExpress.CreateAsync(Session, token))
        {
            Headers = { ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = SessionJson,
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": "{{Address}}" }""", Gives(Address, null)),
                Variant("an address that ends in a token", $$"""{ "status": "OK", "reason": "{{Address}}/{{Wire.TokenText}}/" }""",
                    Gives($"{Address}/{Wire.TokenText}/", Token)),
                Variant("an address that ends in the document's id", $$"""{ "status": "OK", "reason": "{{Address}}/{{Wire.SourceText}}" }""",
                    Gives($"{Address}/{Wire.SourceText}", null)),
                Variant("only the token", $$"""{ "status": "OK", "reason": "{{Wire.TokenText}}" }""", Gives(null, Token)),
                Variant("an object with both", $$"""{ "status": "OK", "reason": { "url": "{{Address}}", "docid": "{{Wire.TokenText}}" } }""", Gives(Address, Token)),
                Variant("an object with the document's id", $$"""{ "status": "OK", "reason": { "url": "{{Address}}", "docid": "{{Wire.SourceText}}" } }""",
                    Wire.Is<CreatedEditorExpress>(created =>
                    {
                        Assert.Equal((Address, null), (created.Url?.OriginalString, created.Token));
                        Assert.Equal(Wire.SourceText, created.AdditionalMembers["docid"].GetString());
                    })),
                Failure<OkSignUnexpectedContentException>("only the document's id", $$"""{ "status": "OK", "reason": { "docid": "{{Wire.SourceText}}" } }"""),
                .. SessionAnswers.NothingCreated,
                SessionAnswers.DoesNotExist("Document"),
            ],
        },
        new("EditorExpress.retrieve", "GET", "/v1/editorexpress/retrieve", async (client, token) => await client.EditorExpress.RetrieveAsync(Token, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.TokenText },
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": {{SessionJson}} }""", Wire.Is<EditorExpressSession>(session =>
                {
                    Assert.Equal(Wire.Source, session.DocumentId);
                    Assert.Equal((true, false), (session.ShowAnonymousSigners, session.ShowMeSigner));
                    Assert.Equal((true, false), (session.ShowSigningOptions, session.ShowTeamMembers));
                })),
                Variant("other letters, texts and numbers for booleans, more than is known", $$"""
                    { "status": "OK", "reason": { "docid": "{{Wire.SourceText}}", "showanonymoussigners": "true", "showTeamMembers": 1, "showMeSigner": "", "language": "nl" } }
                    """, Wire.Is<EditorExpressSession>(session =>
                    {
                        Assert.Equal((true, true), (session.ShowAnonymousSigners, session.ShowTeamMembers));
                        Assert.Null(session.ShowMeSigner);
                        Assert.Equal("nl", session.AdditionalMembers["language"].GetString());
                    })),
                .. SessionAnswers.NothingToRead,
                SessionAnswers.DoesNotExist("Session"),
            ],
        },
        new("EditorExpress.remove", "DELETE", "/v1/editorexpress/remove", async (client, token) =>
        {
            await client.EditorExpress.RemoveAsync(Token, token);
            return null;
        })
        {
            Headers = { ["x-oksign-docid"] = Wire.TokenText },
            Answers = [.. SessionAnswers.Removed, SessionAnswers.DoesNotExist("EditorExpress session")],
        },
    ];

    private static Action<object?> Gives(string? address, EditorExpressToken? token)
        => Wire.Is<CreatedEditorExpress>(created =>
        {
            Assert.Equal((address, token), (created.Url?.OriginalString, created.Token));
            Assert.Empty(created.AdditionalMembers);
        });
}
