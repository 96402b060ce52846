namespace OkSign.Client.Tests.Fuzz;

/// <summary>Whatever comes from outside is read or refused in the way that is promised, in bounded time and memory. See docs/fuzzing.md.</summary>
public class FuzzTests(ITestOutputHelper output)
{
    public static TheoryData<string> Targets => [.. FuzzSettings.Targets.Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Feed_AnyInput_IsReadOrRefused(string target)
    {
        FuzzSettings settings = FuzzSettings.Current;

        FuzzFigures figures = await new FuzzRun(FuzzTargets.Of(target), settings).RunAsync();

        output.WriteLine(figures.ToString());

        // Inputs that are all read, or all refused, would prove nothing.
        if (figures.Read + figures.Refused >= 1_000)
        {
            Assert.InRange(figures.Read, (figures.Read + figures.Refused) / 50, int.MaxValue);
            Assert.InRange(figures.Refused, (figures.Read + figures.Refused) / 50, int.MaxValue);
        }
    }

    [Fact]
    public void Make_SameNumber_IsTheSameInput()
        => Assert.All(FuzzTargets.All, static target =>
        {
            for (int number = 0; number < 20; number++)
            {
                Assert.Equal(target.Make(new Random(number)).Describe(), target.Make(new Random(number)).Describe());
            }
        });
}
