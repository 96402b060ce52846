using System.Net;
using System.Text.Json.Nodes;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.OkDokument;

public class SignatureRequestChangeTests
{
    private const string NotThere = "err.signature.request.not.exist";

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, "openDocument/")]
    public async Task Update_Addresses_AnswersAsDocumented(bool openPath, string expected)
    {
        await using DokumentService service = await DokumentService.StartAsync(options => options.Variants.OpenPathInUpdateAnswer = openPath);
        Registered registered = await service.CreateAsync();

        Answer answer = await service.PatchAsync(new JsonObject
        {
            ["signatureRequestId"] = registered.Id,
            ["resulturl"] = "https://portal.example/thanks",
        });

        Assert.Equal(["message", "result", "url"], answer.Json.EnumerateObject().Select(member => member.Name));
        Assert.Equal("msg.updated", answer.Json.GetProperty("message").GetString());
        Assert.Equal(registered.Id, answer.Json.GetProperty("result").GetString());
        Assert.Equal($"{service.Service.BaseAddress}{expected}{registered.Id}", answer.Json.GetProperty("url").GetString());
        Assert.StartsWith("https://portal.example/thanks?", (await service.SignAsync(registered))!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sendInfoURL")]
    [InlineData("sendInfoUrl")]
    public async Task Update_SendInfo_IsCalledAndTheResultUrlStays(string spelling)
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using DokumentService service = await DokumentService.StartAsync();
        JsonObject request = DokumentService.NewRequest();
        request["resulturl"] = "https://portal.example/first";
        Registered registered = await service.CreateAsync(request);

        await service.PatchAsync(new JsonObject { ["signatureRequestId"] = registered.Id, [spelling] = receiver.At("/new").AbsoluteUri });
        Uri? result = await service.SignAsync(registered);
        await service.DeliveredAsync();

        Assert.Equal("/new", Assert.Single(receiver.Calls).PathAndQuery);
        Assert.Equal("/first", result!.AbsolutePath);
    }

    [Theory]
    [InlineData("""{}""", "err.invalid.request", "signatureRequestId is missing")]
    [InlineData("""{"signatureRequestId": 1}""", "err.invalid.request", "must be a string")]
    [InlineData("""{"signatureRequestId": "nothing"}""", NotThere, "nothing")]
    [InlineData("""{"signatureRequestId": "nothing", "resulturl": "x"}""", "err.invalid.request", "not a valid URL")]
    [InlineData("""[]""", "err.invalid.request", "JSON object")]
    public async Task Update_BadInput_Is400(string json, string message, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.SendAsync(HttpMethod.Patch, "JSON/signatureRequest", DokumentService.Json(json));

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, message, problem);
    }

    [Fact]
    public async Task SetCallback_Address_IsCalled()
    {
        await using Receiver receiver = await Receiver.StartAsync();
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        Answer answer = await service.PostAsync(
            $"JSON/signatureRequest/{registered.Id}", new JsonObject { ["sendInfoURL"] = receiver.At("/later").AbsoluteUri });
        await service.SignAsync(registered);
        await service.DeliveredAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("/later", Assert.Single(receiver.Calls).PathAndQuery);
    }

    [Theory]
    [InlineData("""{}""", "err.invalid.request", "sendInfoURL is missing")]
    [InlineData("""{"sendInfoURL": "x"}""", "err.invalid.request", "not a valid URL")]
    [InlineData("""{"sendInfoURL": "https://portal.example/"}""", NotThere, "nothing")]
    public async Task SetCallback_BadInput_Is400(string json, string message, string problem)
    {
        await using DokumentService service = await DokumentService.StartAsync();

        Answer answer = await service.SendAsync(HttpMethod.Post, "JSON/signatureRequest/nothing", DokumentService.Json(json));

        DokumentService.AssertRefused(answer, HttpStatusCode.BadRequest, message, problem);
    }

    [Fact]
    public async Task Delete_Request_RevokesTheUrlAndKeepsTheDocument()
    {
        await using DokumentService service = await DokumentService.StartAsync();
        Registered registered = await service.CreateAsync();

        Answer answer = await service.DeleteAsync($"JSON/signatureRequest/{registered.Id}");

        Assert.Equal($$"""{"message":"msg.deleted","result":"{{registered.Id}}"}""", System.Text.Encoding.UTF8.GetString(answer.Body));
        DokumentService.AssertRefused(await service.GetAsync(registered.Url.AbsoluteUri), HttpStatusCode.BadRequest, NotThere, registered.Id);
        Assert.Equal("tosign", await service.StateAsync(registered.DocumentId));
        Assert.Equal(99, service.Service.AvailableSignatureRequests);
        DokumentService.AssertRefused(
            await service.DeleteAsync($"JSON/signatureRequest/{registered.Id}"), HttpStatusCode.BadRequest, NotThere, registered.Id);
    }
}
