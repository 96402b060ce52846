namespace OkSign.Client.Tests.Http;

/// <summary>What a call remembers of its attempts, and what of it is a failure in the end.</summary>
public sealed class OperationCallTests
{
    private static readonly OkSignNotFoundException Missing = new("Thing.do", "There is no such thing.");
    private static readonly OkSignRejectedException Refused = new("Thing.do", "No.", []);

    [Fact]
    public void EndWith_AbsenceThatWasTheQuestion_IsNoFailure()
    {
        var call = new OperationCall(new Operation("Thing.exists", OperationClass.Read) { AsksForExistence = true });

        call.EndWith(Missing);

        Assert.Null(call.Failure);
    }

    [Fact]
    public void EndWith_AbsenceAfterAnAnswerToARemovalWasLost_IsNoFailure()
    {
        OperationCall call = Sample.Call(OperationClass.Delete);
        call.EndAttempt(AttemptOutcome.Lost);

        call.EndWith(Missing);

        Assert.Null(call.Failure);
    }

    [Theory]
    [InlineData("Read")]
    [InlineData("Delete")]
    [InlineData("IdempotentWrite")]
    [InlineData("UnsafeWrite")]
    public void EndWith_AbsenceOtherwise_IsTheFailure(string operationClass)
    {
        OperationCall call = Sample.Call(Enum.Parse<OperationClass>(operationClass));

        call.EndWith(Missing);

        Assert.Same(Missing, call.Failure);
    }

    [Fact]
    public void EndWith_AnotherExceptionWhereAbsenceIsFine_IsTheFailure()
    {
        var call = new OperationCall(new Operation("Thing.exists", OperationClass.Read) { AsksForExistence = true });

        call.EndWith(Refused);

        Assert.Same(Refused, call.Failure);
    }

    [Fact]
    public void TryClaim_FirstTime_SaysNothingOfWhatReachedTheService()
    {
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);

        Assert.True(call.TryClaim());
        Assert.False(call.MayHaveReachedService);
    }

    [Fact]
    public void TryClaim_InVain_MeansThatTheServiceMayHaveIt()
    {
        OperationCall call = Sample.Call(OperationClass.UnsafeWrite);
        call.TryClaim();

        Assert.False(call.TryClaim());
        Assert.False(call.TryClaim());
        Assert.True(call.MayHaveReachedService);
    }

    [Fact]
    public void TryClaim_AfterALostAnswer_DoesNotForgetIt()
    {
        OperationCall call = Sample.Call();
        call.TryClaim();
        call.EndAttempt(AttemptOutcome.Lost);
        call.AllowAgain();

        Assert.True(call.TryClaim());
        Assert.True(call.MayHaveReachedService);
    }

    [Fact]
    public void AttachTo_ARequest_IsFoundThere()
    {
        OperationCall call = Sample.Call();
        using var request = new HttpRequestMessage();
        Assert.Null(OperationCall.Of(request));

        call.AttachTo(request);

        Assert.Same(call, OperationCall.Of(request));
    }
}
