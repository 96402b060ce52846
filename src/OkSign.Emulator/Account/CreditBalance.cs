using OkSign.Emulator.Signing;

namespace OkSign.Emulator.Account;

/// <summary>The credits of the account and who has used itsme in which year.</summary>
internal sealed class CreditBalance(decimal initial)
{
    private readonly object _gate = new();
    private readonly HashSet<(string Person, int Year)> _itsmeUsers = [];
    private decimal _balance = initial;

    public decimal Balance
    {
        get
        {
            lock (_gate)
            {
                return _balance;
            }
        }
    }

    /// <summary>Takes the price of signings that go together from the balance.</summary>
    /// <returns>The price of each.</returns>
    /// <exception cref="EmulatedSigningException">The balance is too low for all of them; nothing was taken.</exception>
    public IReadOnlyList<decimal> Charge(IReadOnlyList<SigningEvent> signings)
    {
        lock (_gate)
        {
            HashSet<(string Person, int Year)> itsmeUsers = [.. _itsmeUsers];
            decimal[] prices = [.. signings.Select(signing => PriceOf(signing, itsmeUsers))];
            decimal total = prices.Sum();
            if (total > _balance)
            {
                string method = signings.Select(signing => signing.Method).OfType<SigningMethod>().First().Label;
                throw new EmulatedSigningException(FormattableString.Invariant(
                    $"Signing with {method} costs {total} credits and the account has {_balance} left."));
            }

            _balance -= total;
            _itsmeUsers.UnionWith(itsmeUsers);
            return prices;
        }
    }

    private static decimal PriceOf(SigningEvent signing, HashSet<(string Person, int Year)> itsmeUsers)
    {
        string person = (signing.Signer.DisplayName + signing.Signer.Email).ToUpperInvariant();
        bool isFirst = signing.Method == SigningMethod.Itsme && itsmeUsers.Add((person, signing.At.Year));
        return CreditPrices.PriceOf(signing.Method, isFirst);
    }
}
