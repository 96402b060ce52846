using OkSign.Emulator.Account;

namespace OkSign.Emulator.State;

/// <summary>Makes document ids: six digits of the account number, a hyphen and an upper-case GUID.</summary>
internal sealed class DocumentIds(Credentials credentials)
{
    private readonly string _prefix = credentials.AccountNumber.PadLeft(6, '0')[..6];

    public string Next() => $"{_prefix}-{Guid.NewGuid().ToString().ToUpperInvariant()}";
}
