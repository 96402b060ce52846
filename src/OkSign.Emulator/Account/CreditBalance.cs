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

    /// <summary>Takes the price of one signing from the balance.</summary>
    /// <returns>The price.</returns>
    /// <exception cref="EmulatedSigningException">The balance is too low; nothing was taken.</exception>
    public decimal Charge(SigningMethod method, string person, DateTimeOffset at)
    {
        lock (_gate)
        {
            var user = (person.ToUpperInvariant(), at.Year);
            decimal price = CreditPrices.PriceOf(method, !_itsmeUsers.Contains(user));
            if (price > _balance)
            {
                throw new EmulatedSigningException(
                    FormattableString.Invariant($"Signing with {method.Label} costs {price} credits and the account has {_balance} left."));
            }

            _balance -= price;
            if (method == SigningMethod.Itsme)
            {
                _itsmeUsers.Add(user);
            }

            return price;
        }
    }
}
