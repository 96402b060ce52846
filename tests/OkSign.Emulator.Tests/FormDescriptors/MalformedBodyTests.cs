using System.Net;
using System.Text;
using OkSign.Emulator.Tests.TestData;

namespace OkSign.Emulator.Tests.FormDescriptors;

public class MalformedBodyTests
{
    public static TheoryData<byte[]> Bodies => new(
        ((string[])
        [
            "",
            " ",
            "{",
            "null",
            "true",
            "42",
            "\"text\"",
            "[]",
            "[{\"fields\":[]}]",
            "{\"fields\":null}",
            "{\"fields\":\"x\"}",
            "{\"fields\":[null,1,\"x\",[],{}]}",
            "{\"fields\":[{\"inputtype\":{},\"name\":[],\"signerid\":1,\"pagenbr\":{},\"posX\":[],\"width\":\"x\"}]}",
            "{\"fields\":[{\"inputtype\":\"CanvasSIG\",\"pagenbr\":1e999,\"posX\":1e999,\"posY\":-1e999}]}",
            "{\"fields\":[{\"inputtype\":\"CanvasSIG\",\"pagenbr\":99999999999999999999}]}",
            "{\"fields\":[{\"inputtype\":\"Select\",\"selectoptions\":[1,null,{}]}]}",
            "{\"fields\":[{\"inputtype\":\"Checkbox\",\"value\":{},\"checked\":\"x\"}]}",
            "{\"fields\":[{\"inputtype\":\"CanvasSIG\",\"signingoptions\":{\"tan\":{\"verification\":{\"gsm\":[]}}}}]}",
            "{\"fields\":[{\"inputtype\":\"CanvasSIG\",\"signingoptions\":{\"tan\":{\"verification\":1}}}]}",
            "{\"fields\":[{\"marker\":\"\\u0000\",\"inputtype\":\"Text\"}]}",
            "{\"signersinfo\":{},\"workflow\":{},\"notifications\":[]}",
            "{\"signersinfo\":[{\"id\":{}}],\"workflow\":[{\"id\":1,\"sequence\":\"x\"}],\"notifications\":{\"smtp\":1,\"sms\":[1,{\"to\":1}]}}",
            "{\"workflow\":[{\"sequence\":1e300}]}",
            "{\"fields\":[],\"FIELDS\":1,\"fields\":2}",
            "{\"filename\":\"\\ud800\"}",
            "{\"\\ud800\":1}",
            "{\"a\":\"\\uZZZZ\"}",
            "{'fields':[]}",
            "{\"fields\":[],}",
            "// comment\n{}",
            "\uFEFF{}",
            new string('[', 100_000),
            string.Concat(Enumerable.Repeat("{\"a\":", 1000)),
            "{\"a\":\"" + new string('x', 2_000_000) + "\"}",
        ]).Select(Encoding.UTF8.GetBytes)
        .Concat(
        [
            [0xFF, 0xFE, 0x00],
            [.. "{\"a\":\""u8, 0xC3, 0x28, .. "\"}"u8],
            [0x00, 0x01, 0x02],
            TestPdf.OnePage(),
        ]));

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task FormDescriptorUpload_AnyBody_FailsWithHttp200AndLeavesTheServiceWorking(byte[] body)
    {
        await using TestService service = await TestService.StartAsync();
        string docid = await service.UploadAsync();

        Answer answer = await SendAsync(service, HttpMethod.Post, "v1/formdesc/upload", docid, body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(answer.Problems);
        Assert.NotEmpty(await service.DescribeAsync(docid, Descriptors.AnnaSigns()));
    }

    public static TheoryData<string, string> JsonOperations => new()
    {
        { "POST", "v1/notifications/upload" },
        { "POST", "v1/contacts/upload" },
        { "POST", "v1/contacts/remove" },
        { "DELETE", "v1/contacts/remove" },
        { "POST", "v1/orgtokeninfo/update" },
        { "PUT", "v1/orgtokeninfo/update" },
        { "POST", "v1/signerid/calculate" },
    };

    [Theory]
    [MemberData(nameof(JsonOperations))]
    public async Task JsonOperation_AnyBody_IsNeverAServerError(string method, string path)
    {
        await using TestService service = await TestService.StartAsync();
        (string docid, _) = await service.DescribedAsync(Descriptors.AnnaSigns());

        foreach (byte[] body in Bodies.Select(row => row.Data))
        {
            Answer answer = await SendAsync(service, new HttpMethod(method), path, docid, body);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Status is "OK" or "FAILED");
        }

        Assert.Empty(service.Emulator.Messages);
    }

    [Theory]
    [MemberData(nameof(JsonOperations))]
    public async Task JsonOperation_NotJsonByItsContentType_IsRefused(string method, string path)
    {
        await using TestService service = await TestService.StartAsync();

        Answer answer = await service.SendAsync(new HttpMethod(method), path, null, new StringContent("[]", Encoding.UTF8, "text/plain"));

        Assert.Contains("application/json", answer.Problems, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task SigningLink_AnyJsonBody_IsNeverAServerError(byte[] body)
    {
        await using TestService service = await TestService.StartAsync();
        Uri link = (await service.DescribeAsync(await service.UploadAsync(), Descriptors.AnnaSigns("pen")))[Descriptors.Anna];

        Answer answer = await SendAsync(service, HttpMethod.Post, link.AbsolutePath, "", body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Status is "OK" or "FAILED");
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task DocumentUpload_AnyBodyAfterTheRightFirstBytes_IsNeverAServerError(byte[] body)
    {
        await using TestService service = await TestService.StartAsync();

        foreach ((string name, string type, byte[] start) in FirstBytes)
        {
            Answer answer = await service.TryUploadAsync([.. start, .. body], name, type);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.True(answer.Status is "OK" or "FAILED");
        }
    }

    [Fact]
    public async Task FormDescriptorUpload_NotJsonByItsContentType_IsRefused()
    {
        await using TestService service = await TestService.StartAsync();
        var content = new StringContent(Descriptors.AnnaSigns().ToJsonString(), Encoding.UTF8, "text/plain");

        Answer answer = await service.SendAsync(HttpMethod.Post, "v1/formdesc/upload", await service.UploadAsync(), content);

        Assert.Contains("application/json", answer.Problems, StringComparison.Ordinal);
    }

    private static (string Name, string Type, byte[] Start)[] FirstBytes =>
    [
        ("a.pdf", TestService.Pdf, "%PDF-1.7\n"u8.ToArray()),
        ("a.docx", TestService.Docx, [0x50, 0x4B, 0x03, 0x04]),
        ("a.doc", TestService.Doc, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    ];

    private static Task<Answer> SendAsync(TestService service, HttpMethod method, string path, string docid, byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/json");
        return service.SendAsync(method, path, docid, content);
    }
}
