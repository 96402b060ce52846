using System.Text.Json;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.Metadata;

public class MetadataTests
{
    [Fact]
    public async Task Version2_TanSignature_HasAllMembers()
    {
        await using TestService service = await TestService.StartAsync();
        (_, string signed) = await service.SignedByAnnaAsync(Descriptors.AnnaSigns("tan"));

        JsonElement reason = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok;

        int bytes = (await service.DownloadAsync(signed)).Length;
        Assert.Equal("contract.pdf", reason.GetProperty("filename").GetString());
        Assert.Equal($"{Math.Ceiling(bytes / 1024.0)} KB", reason.GetProperty("size").GetString());
        Assert.Equal(1, reason.GetProperty("nbrOfSigaturesRequired").GetInt32());
        Assert.Equal(1, reason.GetProperty("nbrOfSigaturesValid").GetInt32());
        Assert.Equal(
            $$$$"""
            [{"inputtype":"CanvasSIG","name":"SIG_ANNA","pagenbr":0,"metadata":{"value":{"isodate":"2026-03-01T09:00:00+01:00","signedby":"Anna Example","actingas":"CEO","authMethod":"TAN","signerid":"{{{{Descriptors.Anna}}}}","msisdn":"+32470000001"}}}]
            """,
            reason.GetProperty("fields").GetRawText());
        Assert.Equal(
            $$"""[{"id":"{{Descriptors.Anna}}","name":"Anna Example","email":"anna@example.com","mobile":"+32470000001","actingas":"CEO"}]""",
            reason.GetProperty("signersinfo").GetRawText());
    }

    [Fact]
    public async Task Version2_PathOfOneSource_AnswersTheSame()
    {
        await using TestService service = await TestService.StartAsync();
        (string source, string signed) = await service.SignedByAnnaAsync();

        Answer answer = await service.GetAsync("v1/metadata/retrieve/v2", signed);
        Answer ofSource = await service.GetAsync("v1/metadata/retrieve/v2", source);

        Assert.Equal((await service.GetAsync("v2/metadata/retrieve", signed)).Ok.GetRawText(), answer.Ok.GetRawText());
        Assert.Contains("The docid of the signed document is needed", ofSource.Problems, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version2_X509Signature_HasTheCertificate()
    {
        await using TestService service = await TestService.StartAsync();
        (_, string signed) = await service.SignedByAnnaAsync(Descriptors.AnnaSigns("eid"));

        JsonElement value = (await service.GetAsync("v2/metadata/retrieve", signed)).Ok
            .GetProperty("fields")[0].GetProperty("metadata").GetProperty("value");

        Assert.NotEmpty(value.GetProperty("provider").GetString()!);
        Assert.Matches("^[0-9A-F]{32}$", value.GetProperty("serialnumber").GetString());
        Assert.False(value.TryGetProperty("msisdn", out _));
    }

    [Fact]
    public async Task Version2_FieldsNotSignedYet_HaveNoMetadata()
    {
        await using TestService service = await TestService.StartAsync();
        string source = await service.UploadAsync();
        Dictionary<string, Uri> links = await service.DescribeAsync(source, Descriptors.AnnaAndBertSign("pen"));
        await service.SignAsync(links[Descriptors.Anna]);

        JsonElement fields = (await service.GetAsync("v2/metadata/retrieve", await service.SignedIdAsync(source))).Ok.GetProperty("fields");

        Assert.True(fields[0].TryGetProperty("metadata", out _));
        Assert.False(fields[1].TryGetProperty("metadata", out _));
    }

    [Fact]
    public async Task Version1_SignedDocument_HasFlatFields()
    {
        await using TestService service = await TestService.StartAsync();
        var script = new SigningScript { Values = new Dictionary<string, string> { ["CITY"] = "Ghent" } };
        var descriptor = Descriptors.AnnaFillsIn(Descriptors.Field("Text", "CITY", Descriptors.Anna));
        (_, string signed) = await service.SignedByAnnaAsync(descriptor, script);

        JsonElement reason = (await service.GetAsync("v1/metadata/retrieve", signed)).Ok;

        Assert.Equal("Ghent", reason.GetProperty("fields")[1].GetProperty("value").GetString());
        Assert.Equal(Descriptors.Anna, reason.GetProperty("fields")[1].GetProperty("signerid").GetString());
        Assert.Equal("Pen", reason.GetProperty("signersinfo")[0].GetProperty("authMethod").GetString());
    }

    [Theory]
    [InlineData("v1/metadata/retrieve")]
    [InlineData("v2/metadata/retrieve")]
    [InlineData("v1/audittrail/retrieve")]
    public async Task SourceDocid_IsRefused(string path)
    {
        await using TestService service = await TestService.StartAsync();
        (string source, _) = await service.SignedByAnnaAsync();

        Answer answer = await service.GetAsync(path, source);

        Assert.Contains("docid of the signed document is needed", answer.Problems, StringComparison.Ordinal);
    }
}
