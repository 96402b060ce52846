using System.Text;
using OkSign.Client;

namespace OkSign.Smoke;

/// <summary>What a smoke app sends.</summary>
internal static class Sample
{
    public static SignerId Anna { get; } = SignerId.Anonymous(1);

    public static SignerId Bert { get; } = SignerId.Anonymous(2);

    public static OkSignFile Contract { get; } = OkSignFile.FromPath(Path.Combine(AppContext.BaseDirectory, "contract.pdf"));

    /// <summary>A descriptor by which Anna and then Bert sign, Anna filling in her city.</summary>
    public static FormDescriptor TwoSignersInOrder { get; } = new()
    {
        Fields =
        [
            Signature("SIG_ANNA", Anna, x: 72),
            Signature("SIG_BERT", Bert, x: 330),
            new FormField { InputType = InputType.Text, Name = "CITY", SignerId = Anna, PageIndex = 0, X = 72, Y = 300, Width = 200, Height = 20, IsRequired = true },
        ],
        Signers =
        [
            new Signer { Id = Anna, Name = "Anna Example", Email = "anna@example.com", Mobile = "+32470000001", ActingAs = "CEO" },
            new Signer { Id = Bert, Name = "Bert Example", Email = "bert@example.com" },
        ],
        Workflow = [new WorkflowStep { SignerId = Anna, Sequence = 1 }, new WorkflowStep { SignerId = Bert, Sequence = 2 }],
    };

    /// <summary>The contract with 8 MB more, behind which its end mark stands again.</summary>
    public static byte[] LargeContract()
    {
        byte[] content = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "contract.pdf"));
        string text = Encoding.GetEncoding("iso-8859-1").GetString(content);
        byte[] tail = Encoding.ASCII.GetBytes(text.Substring(text.LastIndexOf("startxref", StringComparison.Ordinal)));
        return [.. content, .. Encoding.ASCII.GetBytes("\n%" + new string('x', 8 * 1024 * 1024) + "\n"), .. tail];
    }

    private static FormField Signature(string name, SignerId signer, double x) => new()
    {
        InputType = InputType.Signature,
        Name = name,
        SignerId = signer,
        PageIndex = 0,
        X = x,
        Y = 600,
        Width = 180,
        Height = 60,
        IsRequired = true,
        SigningOptions = SigningOptions.Allow(SigningMethod.Pen, SigningMethod.Sms),
    };
}
