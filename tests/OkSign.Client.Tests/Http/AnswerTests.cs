using System.Net;
using System.Text;
using System.Text.Json;

namespace OkSign.Client.Tests;

/// <summary>What an answer means, on the borders between one exception and another.</summary>
public class AnswerTests
{
    private const string Ok = """{"status":"OK","reason":1}""";
    private const string Failed = """{"status":"FAILED","reason":"wrong page"}""";

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(299)]
    public async Task Result_OkWithASuccess_IsTheReason(int status) => Assert.Equal("1", await ReasonAsync(Ok, status));

    [Theory]
    [InlineData(199)]
    [InlineData(300)]
    [InlineData(400)]
    [InlineData(407)]
    [InlineData(409)]
    [InlineData(428)]
    [InlineData(499)]
    public async Task Result_OkWithAnotherStatus_IsUnexpectedContent(int status)
    {
        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReasonAsync(Ok, status));

        Assert.Equal($"Thing.do: the answer has no status OK or FAILED (HTTP {status}).", exception.Message);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task Result_CredentialsRefused_SaysSoWhateverTheBodySays(int status)
    {
        var exception = await Assert.ThrowsAsync<OkSignAuthenticationException>(() => ReasonAsync(Failed, status));

        Assert.Equal($"Thing.do: the credentials were not accepted (HTTP {status}).", exception.Message);
        Assert.Equal(Failed, exception.ResponseBody);
    }

    [Fact]
    public async Task Result_TooManyCalls_SaysSoWhateverTheBodySays()
    {
        var exception = await Assert.ThrowsAsync<OkSignRateLimitException>(() => ReasonAsync(Failed, 429));

        Assert.Equal("Thing.do: too many calls (HTTP 429).", exception.Message);
        Assert.Equal(TimeSpan.FromSeconds(7), exception.RetryAfter);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(511)]
    public async Task Result_ServerThatFailed_MayHaveDoneItWhateverTheBodySays(int status)
    {
        var exception = await Assert.ThrowsAsync<OkSignTransportException>(() => ReasonAsync(Failed, status));

        Assert.Equal($"Thing.do: the server failed (HTTP {status}).", exception.Message);
        Assert.True(exception.MayHaveReachedService);
    }

    [Fact]
    public async Task Result_NoJson_IsUnexpectedContentWithTheCause()
    {
        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReasonAsync("<html>", 200));

        Assert.Equal("Thing.do: the answer is not the service's JSON (HTTP 200).", exception.Message);
        Assert.True(exception.MayHaveReachedService);
        Assert.IsAssignableFrom<JsonException>(exception.InnerException);
    }

    [Fact]
    public async Task Result_ReasonThatCannotBeRead_TellsWhy()
    {
        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ResultAsync<int>(Ok, 200, static _ => throw new JsonException("no number")));

        Assert.Equal("Thing.do: the result does not have the form that is known: no number (HTTP 200).", exception.Message);
        Assert.Equal("no number", exception.InnerException!.Message);
    }

    [Fact]
    public async Task Result_AsLongAsTheLimit_IsRead()
    {
        string padding = new(' ', AnswerBuffer.MaxJsonLength - Ok.Length);

        Assert.Equal("1", await ReasonAsync(Ok + padding, 200));
        await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReasonAsync($"{Ok}{padding} ", 200));
    }

    [Fact]
    public async Task Result_WithoutEnvelopeWhereThatHappens_IsTheWhole()
        => Assert.Equal("""{"quantity":1}""", await ReasonAsync("""{"quantity":1}""", 200, mayLackEnvelope: true));

    [Theory]
    [InlineData("""{"quantity":1}""", 199)]
    [InlineData("""{"quantity":1}""", 300)]
    [InlineData("""{"status":"SOON","quantity":1}""", 200)]
    public async Task Result_FailureWithoutEnvelope_IsUnexpectedContent(string body, int status)
        => await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReasonAsync(body, status, mayLackEnvelope: true));

    [Fact]
    public async Task FailureInsteadOf_Ok_IsUnexpectedContent()
        => Assert.Equal("Thing.do: an OK came instead of a PDF (HTTP 200).", Assert.IsType<OkSignUnexpectedContentException>(await FailureInsteadOfPdfAsync(Ok)).Message);

    [Fact]
    public async Task FailureInsteadOf_Failed_IsThatFailure()
        => Assert.Equal(["wrong page"], Assert.IsType<OkSignRejectedException>(await FailureInsteadOfPdfAsync(Failed)).Reasons);

    [Fact]
    public async Task FailureInsteadOf_ResultWithoutEnvelope_IsUnexpectedContent()
        => Assert.IsType<OkSignUnexpectedContentException>(await FailureInsteadOfPdfAsync("""{"quantity":1}"""));

    private static WireRewriter Rewriter { get; } = TestClient.Options().ToWireRewriter();

    private static Task<string> ReasonAsync(string body, int status, bool mayLackEnvelope = false)
        => ResultAsync(body, status, static envelope => Encoding.UTF8.GetString(envelope.Reason.Span), mayLackEnvelope);

    private static Task<T> ResultAsync<T>(string body, int status, Func<Envelope, T> read, bool mayLackEnvelope = false)
        => WithAnswerAsync(body, status, answer => answer.Result(Rewriter, read, static (envelope, read) => read(envelope), mayLackEnvelope));

    private static Task<OkSignException> FailureInsteadOfPdfAsync(string body)
        => WithAnswerAsync(body, 200, static answer => answer.FailureInsteadOf("a PDF"));

    private static async Task<T> WithAnswerAsync<T>(string body, int status, Func<Answer, T> use)
    {
        using var bytes = new PooledBytes(AnswerBuffer.UsualJsonLength);
        await bytes.FillAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), int.MaxValue, TestContext.Current.CancellationToken);
        return use(new Answer(Sample.Call(), EnvelopeAnswers.Shared, (HttpStatusCode)status, TimeSpan.FromSeconds(7), bytes, new Redactor(Sample.Credentials.Key.Secrets)));
    }
}
