namespace OkSign.Client.Soak;

/// <summary>Says what was found.</summary>
internal sealed class Report
{
    public bool IsGood { get; private set; } = true;

    public void Say(string line) => Console.WriteLine(line);

    public void Check(bool isSo, string what)
    {
        Console.WriteLine($"{(isSo ? "ok    " : "FAILED")} {what}");
        IsGood &= isSo;
    }
}
