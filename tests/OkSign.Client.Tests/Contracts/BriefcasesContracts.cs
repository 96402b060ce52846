using static OkSign.Client.Tests.Contracts.ContractAnswer;

namespace OkSign.Client.Tests.Contracts;

internal static class BriefcasesContracts
{
    private const string BriefcaseJson = $$"""
        { "packagename": "Hiring pack", "documents": [ { "docid": "{{Wire.SourceText}}" }, { "docid": "{{Wire.OtherSourceText}}" } ],
          "callbackURL": "https://app.example.com/oksign/callback", "returnURL": "https://app.example.com/done",
          "webhookURL": "https://app.example.com/oksign/webhook" }
        """;

    private static readonly BriefcaseToken Token = new(Wire.TokenText);

    private static readonly Briefcase Pack = new()
    {
        Documents = [Wire.Source, Wire.OtherSource],
        PackageName = "Hiring pack",
        CallbackUrl = new Uri("https://app.example.com/oksign/callback"),
        ReturnUrl = new Uri("https://app.example.com/done"),
        WebhookUrl = new Uri("https://app.example.com/oksign/webhook"),
    };

    public static IReadOnlyList<Contract<OkSignClient>> All { get; } =
    [
        new("Briefcase.create", "POST", "/v1/briefcase/create", async (client, token) => await client.Briefcases.CreateAsync(Pack, token))
        {
            Headers = { ["content-type"] = "application/json; charset=utf-8" },
            JsonBody = BriefcaseJson,
            Answers =
            [
                Ok($$"""
                    { "status": "OK", "reason": { "docid": "{{Wire.TokenText}}",
                      "signersinfo": [ { "name": "Anna Example", "id": "{{Wire.AnnaText}}", "url": "https://www.oksign.be/sign\/1" } ] } }
                    """, Wire.Is<CreatedBriefcase>(created =>
                    {
                        Assert.Equal(Token, created.Token);
                        SigningLink link = Assert.Single(created.Links);
                        Assert.Equal(("Anna Example", Wire.Anna), (link.Name, link.SignerId));
                        Assert.Equal(new Uri("https://www.oksign.be/sign/1"), link.Url);
                        Assert.Empty(created.AdditionalMembers);
                    })),
                Variant("only the token", $$"""{ "status": "OK", "reason": "{{Wire.TokenText}}" }""", IsTokenWithoutLinks),
                Variant("an object with only a docid", $$"""{ "status": "OK", "reason": { "docid": "{{Wire.TokenText}}" } }""", IsTokenWithoutLinks),
                Variant("an object with a token", $$"""{ "status": "OK", "reason": { "Token": "{{Wire.TokenText}}", "signersinfo": "" } }""", IsTokenWithoutLinks),
                Variant("a token beside a docid", $$"""{ "status": "OK", "reason": { "docid": "{{Wire.SourceText}}", "token": "{{Wire.TokenText}}" } }""",
                    Wire.Is<CreatedBriefcase>(created =>
                    {
                        Assert.Equal(Token, created.Token);
                        Assert.Equal(Wire.SourceText, created.AdditionalMembers["docid"].GetString());
                    })),
                Variant("signers without links", $$"""
                    { "status": "OK", "reason": { "docid": "{{Wire.TokenText}}", "signersinfo": [ { "id": "{{Wire.AnnaText}}" } ], "packagename": "Hiring pack" } }
                    """, Wire.Is<CreatedBriefcase>(created =>
                    {
                        Assert.Equal(Token, created.Token);
                        Assert.Empty(created.Links);
                        Assert.Equal(Wire.AnnaText, created.AdditionalMembers["signersinfo"][0].GetProperty("id").GetString());
                        Assert.Equal("Hiring pack", created.AdditionalMembers["packagename"].GetString());
                    })),
                Failure<OkSignUnexpectedContentException>("only an address", """{ "status": "OK", "reason": "https://www.oksign.be/sign/1" }"""),
                Failure<OkSignUnexpectedContentException>("a document's id for a token", $$"""{ "status": "OK", "reason": { "docid": "{{Wire.SourceText}}" } }"""),
                .. SessionAnswers.NothingCreated,
                SessionAnswers.DoesNotExist("Document"),
            ],
        },
        new("Briefcase.retrieve", "GET", "/v1/briefcase/retrieve", async (client, token) => await client.Briefcases.RetrieveAsync(Token, token))
        {
            Headers = { ["x-oksign-docid"] = Wire.TokenText },
            Answers =
            [
                Ok($$"""{ "status": "OK", "reason": {{BriefcaseJson}} }""", Wire.Is<Briefcase>(briefcase =>
                {
                    Assert.Equal([Wire.Source, Wire.OtherSource], briefcase.Documents.Select(document => document.Id));
                    Assert.Equal("Hiring pack", briefcase.PackageName);
                    Assert.Equal((Pack.CallbackUrl, Pack.ReturnUrl, Pack.WebhookUrl), (briefcase.CallbackUrl, briefcase.ReturnUrl, briefcase.WebhookUrl));
                })),
                Variant("lower case, more than is known, one document without brackets", $$"""
                    { "status": "OK", "reason": { "documents": { "docid": "{{Wire.SourceText}}", "filename": "contract.pdf" }, "packagename": "",
                      "callbackurl": "", "returnurl": "https://app.example.com/done", "webhookurl": null, "signersinfo": [ { "id": "{{Wire.AnnaText}}" } ] } }
                    """, Wire.Is<Briefcase>(briefcase =>
                    {
                        DocumentReference document = Assert.Single(briefcase.Documents);
                        Assert.Equal(Wire.Source, document.Id);
                        Assert.Equal("contract.pdf", document.AdditionalMembers["filename"].GetString());
                        Assert.Equal((null, Pack.ReturnUrl, null), (briefcase.CallbackUrl, briefcase.ReturnUrl, briefcase.WebhookUrl));
                        Assert.True(briefcase.AdditionalMembers.ContainsKey("signersinfo"));
                    })),
                .. SessionAnswers.NothingToRead,
                SessionAnswers.DoesNotExist("Briefcase"),
            ],
        },
        new("Briefcase.remove", "DELETE", "/v1/briefcase/remove", async (client, token) =>
        {
            await client.Briefcases.RemoveAsync(Token, token);
            return null;
        })
        {
            Headers = { ["x-oksign-docid"] = Wire.TokenText },
            Answers = [.. SessionAnswers.Removed, SessionAnswers.DoesNotExist("Briefcase")],
        },
    ];

    private static void IsTokenWithoutLinks(object? result)
        => Wire.Is<CreatedBriefcase>(created =>
        {
            Assert.Equal(Token, created.Token);
            Assert.Empty(created.Links);
            Assert.Empty(created.AdditionalMembers);
        })(result);
}
