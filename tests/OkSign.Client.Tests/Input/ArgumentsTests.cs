namespace OkSign.Client.Tests;

public class ArgumentsTests
{
    [Fact]
    public void ThrowIfAny_NoProblems_Passes() => Arguments.ThrowIfAny([], "settings");

    [Fact]
    public void ThrowIfAny_SeveralProblems_TellsEachOnItsLine()
    {
        var exception = Assert.Throws<ArgumentException>("settings", () => Arguments.ThrowIfAny(["one", "two"], "settings"));

        Assert.StartsWith($"one{Environment.NewLine}two", exception.Message, StringComparison.Ordinal);
    }
}
