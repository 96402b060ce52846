namespace OkSign.Client.Tests.Http;

/// <summary>What may be repeated, where the class of the operation and the latest attempt alone do not say so.</summary>
public sealed class RetryRulesTests
{
    [Fact]
    public void MayRepeat_OperationWithAPaceOfItsOwn_IsFalseAfterAnyFailure()
    {
        var call = new OperationCall(new Operation("Thing.watch", OperationClass.Read) { IsRepeatable = false });

        foreach (AttemptOutcome outcome in Enum.GetValues<AttemptOutcome>())
        {
            call.EndAttempt(outcome);
            Assert.False(RetryRules.MayRepeat(call), outcome.ToString());
        }
    }

    [Theory]
    [InlineData("NotSent")]
    [InlineData("TooMany")]
    public void MayRepeat_UnsafeWriteOfWhichAnEarlierAnswerWasLost_IsFalse(string latest)
    {
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);
        call.EndAttempt(AttemptOutcome.Lost);

        call.EndAttempt(Enum.Parse<AttemptOutcome>(latest));

        Assert.False(RetryRules.MayRepeat(call));
    }

    [Theory]
    [InlineData("NotSent")]
    [InlineData("TooMany")]
    public void MayRepeat_UnsafeWriteThatTheServiceSurelyHasNot_IsTrue(string latest)
    {
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);

        call.EndAttempt(Enum.Parse<AttemptOutcome>(latest));

        Assert.True(RetryRules.MayRepeat(call));
    }
}
