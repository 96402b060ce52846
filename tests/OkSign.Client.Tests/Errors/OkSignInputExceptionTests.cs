namespace OkSign.Client.Tests;

public class OkSignInputExceptionTests
{
    private static readonly InputProblem[] Problems = [new("Fields[0].Width", "is negative"), new("Signers", "nobody signs")];

    [Fact]
    public void ThrowIfAny_Problems_TellsAllOfThemLineByLine()
    {
        var exception = Assert.Throws<OkSignInputException>("descriptor", static () => OkSignInputException.ThrowIfAny(Problems, "descriptor"));

        Assert.Equal(Problems, exception.Problems);
        Assert.StartsWith($"Fields[0].Width: is negative{Environment.NewLine}Signers: nobody signs", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ThrowIfAny_NoProblem_LetsItPass() => OkSignInputException.ThrowIfAny([]);

    [Fact]
    public void Constructor_WithoutProblems_NamesTheArgument()
        => Assert.Throws<ArgumentNullException>("problems", static () => new OkSignInputException(null!));
}
