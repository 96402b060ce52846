namespace OkSign.EndToEnd.Tests.Failures;

/// <summary>Whose data travel in the matrix; they occur nowhere else, so that they are recognised wherever they come out.</summary>
internal static class Person
{
    public const string Name = "Marta Matrixova";
    public const string Mobile = "+32470555777";
    public const string MailDomain = "matrix.example";

    /// <summary>The middle part of the key.</summary>
    public const string AuthenticationToken = "654321-5EC2E700-3A7A-4000-8000-00000MATRIX0";

    public const string Authorization = $"654321;{AuthenticationToken};matrix";

    /// <summary>That of OKdokument.</summary>
    public const string ApiKey = "5ec2e7a3a_00000000000000000000000000000000000000000000000000000000000000000000000000000000000000matrix0";

    /// <summary>What must come out nowhere.</summary>
    public static IReadOnlyList<string> Secrets { get; } = [AuthenticationToken, ApiKey, "Matrixova", MailDomain, "470555777"];
}
