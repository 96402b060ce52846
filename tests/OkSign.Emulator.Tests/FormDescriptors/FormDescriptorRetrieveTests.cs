using System.Text.Json;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.FormDescriptors;

public class FormDescriptorRetrieveTests
{
    [Fact]
    public async Task Retrieve_DescribedDocument_GivesTheUploadBackWithLinks()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        var descriptor = Descriptors.AnnaSigns("pen", "tan");
        descriptor["unheardOf"] = new JsonArray(1, "two");
        descriptor.FirstField()["fontfamily"] = "Courier";
        descriptor.FirstSigner()["shoesize"] = 42;
        Dictionary<string, Uri> links = await service.DescribeAsync(docid, descriptor);

        JsonElement retrieved = (await service.GetAsync("v1/formdesc/retrieve", docid)).Ok;

        JsonNode expected = descriptor.DeepClone();
        expected["signersinfo"]![0]!["url"] = links[Descriptors.Anna].AbsoluteUri;
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(retrieved.GetRawText())), retrieved.GetRawText());
    }

    [Fact]
    public async Task Retrieve_UploadWithAUrlOfItsOwn_GivesTheRealOne()
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();
        var descriptor = Descriptors.AnnaSigns();
        descriptor.FirstSigner()["url"] = "https://example.com/";
        Dictionary<string, Uri> links = await service.DescribeAsync(docid, descriptor);

        JsonElement signer = (await service.GetAsync("v1/formdesc/retrieve", docid)).Ok.GetProperty("signersinfo")[0];

        Assert.Equal(links[Descriptors.Anna].AbsoluteUri, signer.GetProperty("url").GetString());
        Assert.Single(signer.EnumerateObject(), member => member.Name == "url");
    }

    [Fact]
    public async Task Retrieve_BySignedDocid_GivesTheDescriptor()
    {
        await using TestService service = await TestService.StartAsync();
        (_, string signed) = await service.SignedByAnnaAsync();

        JsonElement descriptor = (await service.GetAsync("v1/formdesc/retrieve", signed)).Ok;

        Assert.Equal("SIG_ANNA", descriptor.GetProperty("fields")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Retrieve_NothingDescribed_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.GetAsync("v1/formdesc/retrieve", await service.UploadAsync());

        Assert.Equal("The document has no form descriptor", answer.Problems);
    }
}
