using System.Net;
using System.Text;
using System.Text.Json;
using OkSign.Client.OkDokument;

namespace OkSign.Client.Tests.OkDokument;

/// <summary>What OKdokument's answers mean, on the borders between success and failure, and between one exception and another.</summary>
public class StatusCodeAnswersTests
{
    private const string Done = """{"message":"msg.done","result":"a"}""";
    private const string Refused = """{"message":"err.odd","value":"b"}""";
    private const string Gone = """{"message":"err.not.found","value":"b"}""";

    [Theory]
    [InlineData(Done, 200)]
    [InlineData(Done, 299)]
    [InlineData("[]", 200)]
    [InlineData("{}", 201)]
    [InlineData("null", 200)]
    [InlineData("""{"success":true,"code":"SUCCESS"}""", 200)]
    [InlineData("""{"success":"perhaps","message":"done err.odd","code":"err.odd"}""", 200)]
    public async Task Read_Success_IsTheWhole(string body, int status) => Assert.Equal(body, await ReadAsync(body, status));

    [Theory]
    [InlineData(Done, 199)]
    [InlineData(Done, 300)]
    [InlineData(Refused, 200)]
    [InlineData(Refused, 400)]
    [InlineData(Refused, 405)]
    [InlineData("""{"code":"ODD"}""", 400)]
    [InlineData("""{"success":false}""", 200)]
    [InlineData("""{"success":false}""", 400)]
    [InlineData("""{"success":"FALSE","message":"msg.done"}""", 200)]
    [InlineData("""{"message":"Err.Odd"}""", 200)]
    public async Task Read_RefusalOfTheService_IsARejection(string body, int status)
    {
        OkSignRejectedException exception = await Assert.ThrowsAsync<OkSignRejectedException>(() => ReadAsync(body, status));

        Assert.False(exception.MayHaveReachedService);
        Assert.Equal(body, exception.ResponseBody);
        Assert.StartsWith("Thing.do was refused: ", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith($" (HTTP {status}).", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"message":"err.odd","value":"b","code":"ODD"}""", "err.odd", "err.odd: b")]
    [InlineData("""{"message":"err.odd","value":""}""", "err.odd", "err.odd")]
    [InlineData("""{"code":"ODD_1"}""", "ODD_1", "ODD_1")]
    [InlineData("""{"message":"","code":"ODD"}""", null, "")]
    [InlineData("""{"message":"somebody did it"}""", null, "somebody did it")]
    [InlineData("""{"message":"err-odd"}""", null, "err-odd")]
    [InlineData("""{"message":"err.\u010d"}""", null, "err.\u010d")]
    [InlineData("""{"message":"azAZ09._"}""", "azAZ09._", "azAZ09._")]
    [InlineData("""{"message":"a@b.example"}""", null, "[e-mail]")]
    [InlineData("""{"success":false}""", null, "no reason given")]
    public async Task Read_Refusal_TellsItsCodeAndItsReasons(string body, string? code, string reasons)
    {
        OkSignRejectedException exception = await Assert.ThrowsAsync<OkSignRejectedException>(() => ReadAsync(body, 400));

        Assert.Equal((code, reasons), (exception.Code, string.Join(": ", exception.Reasons)));
        Assert.Equal($"Thing.do was refused: {reasons} (HTTP 400).", exception.Message);
    }

    [Theory]
    [InlineData(Gone, 400)]
    [InlineData(Gone, 200)]
    [InlineData("""{"message":"ERR.NOT.FOUND"}""", 410)]
    [InlineData("""{"message":"err.signature.request.not.exist"}""", 400)]
    [InlineData(Refused, 404)]
    [InlineData("""{"code":"ODD"}""", 404)]
    public async Task Read_ThingThatIsNotThere_IsNotFound(string body, int status)
        => Assert.False((await Assert.ThrowsAsync<OkSignNotFoundException>(() => ReadAsync(body, status))).MayHaveReachedService);

    [Theory]
    [InlineData(Refused, "err.odd", "err.odd: b")]
    [InlineData(Done, "msg.done", "msg.done")]
    [InlineData("<html>", null, "no reason given")]
    [InlineData("", null, "no reason given")]
    [InlineData("[]", null, "no reason given")]
    public async Task Read_Conflict_SaysSoWhateverTheBodyIs(string body, string? code, string reasons)
    {
        OkSignConflictException exception = await Assert.ThrowsAsync<OkSignConflictException>(() => ReadAsync(body, 409));

        // An earlier request of the same id may have done its work.
        Assert.Equal((code, true), (exception.Code, exception.MayHaveReachedService));
        Assert.Equal($"Thing.do was refused: {reasons} (HTTP 409).", exception.Message);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("{}", 404)]
    [InlineData("[]", 400)]
    [InlineData("null", 302)]
    [InlineData("""{"error":"Not Found"}""", 404)]
    [InlineData("""{"value":"b","result":"a"}""", 400)]
    public async Task Read_FailureThatIsNotTheServices_IsUnexpected(string body, int status)
    {
        var exception = await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReadAsync(body, status));

        Assert.True(exception.MayHaveReachedService);
        Assert.Equal($"Thing.do: the answer has no message code (HTTP {status}).", exception.Message);
    }

    [Theory]
    [InlineData("", 200)]
    [InlineData("", 404)]
    [InlineData("<html>", 200)]
    [InlineData("{", 400)]
    public async Task Read_NoJsonOfTheService_IsUnexpected(string body, int status)
        => Assert.IsAssignableFrom<JsonException>((await Assert.ThrowsAsync<OkSignUnexpectedContentException>(() => ReadAsync(body, status))).InnerException);

    [Fact]
    public async Task Read_NothingWhereTheStatusSaysSo_IsASuccess() => Assert.Equal("", await ReadAsync("", 204));

    private static async Task<string> ReadAsync(string body, int status)
    {
        using var bytes = new PooledBytes(AnswerBuffer.UsualJsonLength);
        await bytes.FillAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), int.MaxValue, TestContext.Current.CancellationToken);
        var answer = new Answer(Sample.Call(), StatusCodeAnswers.Shared, (HttpStatusCode)status, retryAfter: null, bytes, new Redactor(["secret"], hidesIds: true));
        return answer.Result(
            TestOkDokument.Options().ToWireRewriter(),
            0,
            static (envelope, _) => Encoding.UTF8.GetString(envelope.Reason.Span),
            mayLackEnvelope: false);
    }
}
