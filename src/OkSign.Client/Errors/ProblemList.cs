namespace OkSign.Client;

/// <summary>Gathers all that is wrong, so that it is told at once.</summary>
internal sealed class ProblemList
{
    private readonly List<InputProblem> _problems = [];

    public void Add(string path, string message) => _problems.Add(new InputProblem(path, message));

    public void AddUnless(bool isRight, string path, string message)
    {
        if (!isRight)
        {
            Add(path, message);
        }
    }

    /// <summary>An optional e-mail address.</summary>
    public void AddUnlessEmail(string? address, string path)
        => AddUnless(address is null || EmailAddress.IsPlausible(address), path, "this is no e-mail address");

    /// <summary>An optional mobile number.</summary>
    public void AddUnlessMobileNumber(string? number, string path)
        => AddUnless(number is null || MobileNumber.IsE164(number), path, "this is no number in E.164 form, such as +421900000001");

    /// <summary>An optional address that the service or a browser is to open.</summary>
    public void AddUnlessWebAddress(Uri? address, string path)
        => AddUnless(address is null || WebAddress.IsAbsolute(address), path, "an absolute http or https address is needed");

    /// <exception cref="OkSignInputException">Something is wrong.</exception>
    public void ThrowIfAny(string? parameterName = null) => OkSignInputException.ThrowIfAny([.. _problems], parameterName);
}
