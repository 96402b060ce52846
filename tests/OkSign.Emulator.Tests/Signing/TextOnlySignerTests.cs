using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Signing;

public class TextOnlySignerTests
{
    [Fact]
    public async Task Sign_OnlyAText_IsKeptWithoutSignatureAndCredits()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(BertFillsIn(Descriptors.AnnaSigns("pen")));

        await service.SignAsync(links[Descriptors.Bert], City("Ghent"));

        string signed = await service.SignedIdAsync(docid);
        JsonElement metadata = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok;
        Assert.Equal(0, metadata.GetProperty("nbrOfSigaturesValid").GetInt32());
        Assert.Equal("Ghent", metadata.GetProperty("fields")[1].GetProperty("metadata").GetProperty("value").GetString());
        Assert.Equal(125, service.Emulator.Credits);
        Assert.Contains("Ghent", TestPdf.WordsOf(await service.DownloadAsync(signed)), StringComparison.Ordinal);
        string trail = TestPdf.WordsOf((await service.GetAsync("v1/audittrail/retrieve", signed)).Body);
        Assert.Contains("Filled in by Bert Example", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("Signed by Bert Example", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sign_SignatureAndText_AreOneSignedCopyThatIsCompleteAfterBoth()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(BertFillsIn(Descriptors.AnnaSigns("pen")));
        await service.SignAsync(links[Descriptors.Anna]);
        string signed = await service.SignedIdAsync(docid);
        Assert.Contains(docid, (await service.ActiveAsync()).Keys);

        await service.SignAsync(links[Descriptors.Bert], City("Ghent"));

        Assert.Equal(signed, await service.SignedIdAsync(docid));
        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert], City("Aalst")));
    }

    [Fact]
    public async Task Sign_RequiredValueMissing_Throws()
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(BertFillsIn(Descriptors.AnnaSigns("pen")));

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));

        Assert.Contains("is required", error.Message, StringComparison.Ordinal);
        Assert.False(await service.IsSignedAsync(docid));
    }

    [Fact]
    public async Task Sign_WorkflowWithTheTextFirst_LetsTheSignatureWait()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = BertFillsIn(Descriptors.AnnaSigns("pen"));
        descriptor["workflow"] = Descriptors.Workflow((Descriptors.Bert, 1), (Descriptors.Anna, 2));
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);

        await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Anna]));
        await service.SignAsync(links[Descriptors.Bert], City("Ghent"));
        await service.SignAsync(links[Descriptors.Anna]);
    }

    [Fact]
    public async Task Sign_DescriptorWithoutSignatures_IsCompleteWhenAllIsFilledIn()
    {
        await using TestService service = await TestService.StartAsync(options => options.Credits = 0);
        (string docid, Dictionary<string, Uri> links) = await service.DescribedAsync(
            BertFillsIn(Descriptors.Of([Descriptors.AnnaInfo()], Descriptors.Field("Text", "NAME", Descriptors.Anna))));

        await service.SignAsync(links[Descriptors.Bert], City("Ghent"));
        Assert.Contains(docid, (await service.ActiveAsync()).Keys);
        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
    }

    [Fact]
    public async Task Sign_BriefcaseWithASignatureOnOneDocumentAndATextOnTheOther_CompletesBoth()
    {
        await using TestService service = await TestService.StartAsync();
        string[] docids = await service.DescribedAllAsync(
            BertFillsIn(Descriptors.AnnaSigns("pen")), Descriptors.AnnaAndBertSign("itsme"));
        (_, Dictionary<string, Uri> links) = await service.CreateBriefcaseAsync(Tokeninfos.Briefcase(docids));

        await service.SignAsync(links[Descriptors.Bert], City("Ghent"));

        Assert.True(await service.IsSignedAsync(docids[0]));
        Assert.True(await service.IsSignedAsync(docids[1]));
        Assert.Equal(125 - 3.2m, service.Emulator.Credits);
    }

    [Fact]
    public async Task Sign_ReadOnlyFieldsOnly_HasNothingToFillIn()
    {
        await using TestService service = await TestService.StartAsync();
        JsonObject descriptor = BertFillsIn(Descriptors.AnnaSigns("pen"));
        descriptor["fields"]![1]!["readonly"] = true;
        (_, Dictionary<string, Uri> links) = await service.DescribedAsync(descriptor);

        var error = await Assert.ThrowsAsync<EmulatedSigningException>(() => service.SignAsync(links[Descriptors.Bert]));
        await service.SignAsync(links[Descriptors.Anna]);

        Assert.Contains("nothing to sign or fill in", error.Message, StringComparison.Ordinal);
        Assert.Equal("", (await service.GetAsync("v1/documents/active")).Ok.GetString());
    }

    private static JsonObject BertFillsIn(JsonObject descriptor)
    {
        JsonObject field = Descriptors.Field("Text", "CITY", Descriptors.Bert);
        field["required"] = true;
        descriptor["fields"]!.AsArray().Add(field);
        descriptor["signersinfo"]!.AsArray().Add(Descriptors.BertInfo());
        return descriptor;
    }

    private static SigningScript City(string value) => new() { Values = new Dictionary<string, string> { ["CITY"] = value } };
}
