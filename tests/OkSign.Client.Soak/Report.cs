namespace OkSign.Client.Soak;

/// <summary>Says what was found.</summary>
internal sealed class Report(TextWriter output)
{
    public bool IsGood { get; private set; } = true;

    public void Say(string line) => output.WriteLine(line);

    public void Check(bool isSo, string what)
    {
        output.WriteLine($"{(isSo ? "ok    " : "FAILED")} {what}");
        IsGood &= isSo;
    }
}
