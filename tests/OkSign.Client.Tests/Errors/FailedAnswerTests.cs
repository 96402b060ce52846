using System.Net;

namespace OkSign.Client.Tests;

public class FailedAnswerTests
{
    private static readonly FailureFacts Facts = new("Thing.do", 2, HttpStatusCode.OK, "body");

    [Theory]
    [InlineData("Too soon", typeof(OkSignTooSoonException))]
    [InlineData("Error: TOO SOON, try again", typeof(OkSignTooSoonException))]
    [InlineData("Document does not exist", typeof(OkSignNotFoundException))]
    [InlineData("The document doesn't exist", typeof(OkSignNotFoundException))]
    [InlineData("Document Not Found", typeof(OkSignNotFoundException))]
    [InlineData("Document was not found", typeof(OkSignNotFoundException))]
    [InlineData("Document could not be found", typeof(OkSignNotFoundException))]
    [InlineData("no such document", typeof(OkSignNotFoundException))]
    [InlineData("Briefcase does not exist", typeof(OkSignNotFoundException))]
    [InlineData("The SignExpress session was not found", typeof(OkSignNotFoundException))]
    [InlineData("no such EditorExpress", typeof(OkSignNotFoundException))]
    [InlineData("Invalid authorization", typeof(OkSignAuthenticationException))]
    [InlineData("Authentication failed", typeof(OkSignAuthenticationException))]
    [InlineData("UNAUTHORIZED", typeof(OkSignAuthenticationException))]
    [InlineData("You are not authorized", typeof(OkSignAuthenticationException))]
    [InlineData("not authenticated", typeof(OkSignAuthenticationException))]
    [InlineData("Organizational token not found", typeof(OkSignAuthenticationException))]
    [InlineData("Unknown account number", typeof(OkSignAuthenticationException))]
    [InlineData("Wrong key", typeof(OkSignAuthenticationException))]
    [InlineData("INVALID KEY", typeof(OkSignAuthenticationException))]
    [InlineData("Not authorized: document not found", typeof(OkSignAuthenticationException))]
    [InlineData("It doesn't exist", typeof(OkSignRejectedException))]
    [InlineData("Not Found", typeof(OkSignRejectedException))]
    [InlineData("Signer does not exist", typeof(OkSignRejectedException))]
    [InlineData("Wrong page", typeof(OkSignRejectedException))]
    [InlineData("soon", typeof(OkSignRejectedException))]
    public void ToException_OneReason_IsItsKindWithAllFacts(string reason, Type expected)
    {
        OkSignException exception = FailedAnswer.ToException([reason], Facts);

        Assert.IsType(expected, exception);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal(
            ("Thing.do", 2, HttpStatusCode.OK, "body"),
            (exception.Operation, exception.Attempts, exception.StatusCode, exception.ResponseBody));
    }

    [Fact]
    public void ToException_MarkerThatIsNotFound_IsRejectedWithItsReason()
        => Assert.Equal(["Marker #X# not found"], Assert.IsType<OkSignRejectedException>(FailedAnswer.ToException(["Marker #X# not found"], Facts)).Reasons);

    [Fact]
    public void ToException_SeveralReasons_IsRejectedWithAll()
    {
        var exception = Assert.IsType<OkSignRejectedException>(FailedAnswer.ToException(["field not found", "too soon"], Facts));

        Assert.Equal(["field not found", "too soon"], exception.Reasons);
        Assert.Contains("field not found; too soon", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ToException_NoReason_IsRejectedWithNone()
    {
        var exception = Assert.IsType<OkSignRejectedException>(FailedAnswer.ToException([], Facts));

        Assert.Empty(exception.Reasons);
        Assert.Contains("no reason given", exception.Message, StringComparison.Ordinal);
    }
}
