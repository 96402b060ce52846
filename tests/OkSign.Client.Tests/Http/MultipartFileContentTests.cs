using System.Text;

namespace OkSign.Client.Tests;

public class MultipartFileContentTests
{
    private const int ChunkSize = 64 * 1024;
    private const string Boundary = "00112233445566778899aabbccddeeff";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(ChunkSize - 1)]
    [InlineData(ChunkSize)]
    [InlineData(ChunkSize + 1)]
    public async Task CopyTo_SourceOfAnyLength_IsTheWholeForm(int length)
    {
        byte[] file = Sample.Pattern(length);
        using MultipartFileContent content = Content(new MemoryStream(file), length);

        byte[] sent = await SentAsync(content);

        Assert.Equal(FormOf("a.pdf", file), sent);
        Assert.Equal(sent.Length, content.Headers.ContentLength);
        Assert.Equal($"multipart/form-data; boundary={Boundary}", content.Headers.ContentType!.ToString());
    }

    [Theory]
    [InlineData("a \"b\".pdf", "a %22b%22.pdf")]
    [InlineData("Zmluva č. 1 – €.pdf", "Zmluva č. 1 – €.pdf")]
    [InlineData("a%22;name=x.pdf", "a%22;name=x.pdf")]
    [InlineData("--" + Boundary + ".pdf", "--" + Boundary + ".pdf")]
    public async Task CopyTo_AnyFileName_StandsInOneHeader(string name, string expected)
    {
        using MultipartFileContent content = Content(new MemoryStream([7]), 1, name);

        byte[] sent = await SentAsync(content);

        Assert.Equal(FormOf(expected, [7]), sent);
        Assert.Equal(sent.Length, content.Headers.ContentLength);
    }

    [Theory]
    [InlineData(99)]
    [InlineData(101)]
    public async Task CopyTo_SourceOfAnotherLength_ThrowsBeforeTheEnd(int length)
    {
        using MultipartFileContent content = Content(new ScriptedStream().Gives(Sample.Pattern(length)), 100);
        using var sent = new MemoryStream();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(sent, Cancel));

        Assert.IsType<IOException>(exception.GetBaseException());
        Assert.DoesNotContain($"--{Boundary}--", Encoding.Latin1.GetString(sent.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CopyTo_Twice_IsTheSameTwice()
    {
        using MultipartFileContent content = Content(new MemoryStream(Sample.Pattern(300)), 300);

        byte[] first = await SentAsync(content);

        Assert.Equal(first, await SentAsync(content));
    }

    [Fact]
    public async Task Rewrite_TheJson_ChangesItsPartAndTheLength()
    {
        using MultipartFileContent content = Content(new MemoryStream([7]), 1);

        content.Rewrite(static _ => Encoding.UTF8.GetBytes("""{"longer":true}"""));

        byte[] sent = await SentAsync(content);
        Assert.Equal(FormOf("a.pdf", [7], """{"longer":true}"""), sent);
        Assert.Equal(sent.Length, content.Headers.ContentLength);
    }

    private static MultipartFileContent Content(Stream source, long length, string name = "a.pdf")
        => new(("json", "{}"u8.ToArray()), ("file", name, "application/pdf"), new FileSource(source, length, static _ => { }), Guid.Parse(Boundary));

    private static byte[] FormOf(string name, byte[] file, string json = "{}")
        =>
        [
            .. Encoding.UTF8.GetBytes(
                $"--{Boundary}\r\nContent-Disposition: form-data; name=\"json\"\r\n\r\n{json}\r\n"
                + $"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n"),
            .. file,
            .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n"),
        ];

    private static async Task<byte[]> SentAsync(HttpContent content)
    {
        using var sent = new MemoryStream();
        await content.CopyToAsync(sent, Cancel);
        return sent.ToArray();
    }
}
