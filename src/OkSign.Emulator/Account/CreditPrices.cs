using OkSign.Emulator.Signing;

namespace OkSign.Emulator.Account;

/// <summary>What a signature costs. Published are the prices of itsme; one credit for the other methods is a guess.</summary>
internal static class CreditPrices
{
    public const decimal ItsmeFirstOfTheYear = 3.2m;
    public const decimal ItsmeLater = 2.2m;
    public const decimal Other = 1m;

    /// <param name="method">How is signed; null when nothing is.</param>
    /// <param name="firstItsmeOfTheYear">Whether the person has not signed with itsme yet in this calendar year.</param>
    public static decimal PriceOf(SigningMethod? method, bool firstItsmeOfTheYear)
        => method is null ? 0
            : method != SigningMethod.Itsme ? Other
            : firstItsmeOfTheYear ? ItsmeFirstOfTheYear : ItsmeLater;
}
