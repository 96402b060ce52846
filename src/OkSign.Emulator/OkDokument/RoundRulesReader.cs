using System.Text.RegularExpressions;
using OkSign.Emulator.FormDescriptors;

namespace OkSign.Emulator.OkDokument;

/// <summary>Reads and checks the rules of a signature request.</summary>
internal static partial class RoundRulesReader
{

    private static readonly string[] Languages = ["sk", "cs", "en", "ro", "uk", "pl", "pt", "hu"];

    // The sources disagree about the separator.
    private static readonly char[] Separators = [';', '|'];

    public static RoundRules Read(JsonMembers request, Problems problems)
    {
        var values = RuleValues.Read(request, problems);
        string? emailTo = Email(values, "emailTo");
        string? emailFrom = Email(values, "emailFrom");
        if (emailTo is not null && emailFrom is null)
        {
            values.Problem("emailFrom is compulsory with emailTo");
        }

        return new RoundRules
        {
            // The second is what the rule was called in 2022.
            SignAnywhere = values.Flag("signAnywhereEnabled") ?? values.Flag("signAnywhere"),
            RequestSignerName = values.Flag("guiRequestSignerName") ?? false,
            SignerName = SignerName(values),
            SignerDate = values.Text("guiSignerDate"),
            EmailTo = emailTo,
            EmailFrom = emailFrom,
            NameFrom = values.Text("nameFrom"),
            EmailMessage = values.Text("emailMessage"),
            EmailFinal = EmailFinal(values, emailTo),
            Reminds = values.Flag("emailNotification") ?? false,
            Language = Language(values),
            Open = Otp(values, "openOtp"),
            Sign = Otp(values, "signOtp"),
        };
    }

    private static OtpRule Otp(RuleValues values, string prefix)
        => new(Email(values, prefix + "Email"), Phone(values, prefix + "Phone"), values.Text(prefix + "Code"));

    private static string? SignerName(RuleValues values)
    {
        string? name = values.Text("guiSignerName");
        if (name?.Length > RoundRules.MaxSignerNameLength)
        {
            values.Problem($"guiSignerName is longer than {RoundRules.MaxSignerNameLength} characters");
        }

        return name;
    }

    private static string Language(RuleValues values)
    {
        string language = values.Text("lang") ?? RoundRules.DefaultLanguage;
        if (!Languages.Contains(language))
        {
            values.Problem($"lang must be one of {string.Join(", ", Languages)}");
        }

        return language;
    }

    private static string[] EmailFinal(RuleValues values, string? emailTo)
    {
        if (!values.Has("emailFinal"))
        {
            return [];
        }

        if (values.Text("emailFinal") is not { } text)
        {
            return emailTo is null ? [] : [emailTo];
        }

        string[] addresses = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (!addresses.All(address => EmailPattern().IsMatch(address)))
        {
            values.Problem("emailFinal has something that is not an e-mail address");
        }

        return addresses;
    }

    private static string? Email(RuleValues values, string name)
    {
        string? email = values.Text(name);
        if (email is not null && !EmailPattern().IsMatch(email))
        {
            values.Problem($"{name} is not an e-mail address");
        }

        return email;
    }

    private static string? Phone(RuleValues values, string name)
    {
        string? phone = values.Text(name);
        if (phone is not null && !PhonePattern().IsMatch(phone))
        {
            values.Problem($"{name} is not a telephone number such as +421900000000");
        }

        return phone;
    }

    [GeneratedRegex(@"^[^@\s<>,;|]+@[^@\s<>,;|]+\z")]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^\+[0-9]{6,15}\z")]
    private static partial Regex PhonePattern();
}
