namespace OkSign.Client;

/// <summary>The ids under which people sign.</summary>
/// <remarks>OKSign service <c>Signerid.calculate</c>; see docs/wire-evidence.md#signeridcalculate.</remarks>
public class SignersClient
{
    private readonly ISignersApi _api;
    private readonly OperationRunner _run;

    internal SignersClient(ISignersApi api, OperationRunner run) => (_api, _run) = (api, run);

    /// <summary>For mocking.</summary>
    protected SignersClient() => (_api, _run) = (null!, null!);

    /// <summary>
    /// Asks for the id that belongs to a person (<c>Signerid.calculate</c>, <c>POST /v1/signerid/calculate</c>). Doubtful: a single source
    /// tells of this operation.
    /// </summary>
    /// <remarks>
    /// Do not depend on it. A descriptor does not need it: any text is a <see cref="SignerId"/> as long as fields, signers and notifications
    /// agree, and <see cref="SignerId.Anonymous"/> gives the usual ones. It changes nothing, so it is repeated after failures that pass.
    /// </remarks>
    /// <param name="name">The person's name.</param>
    /// <param name="email">The person's e-mail address.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The name is empty, or the e-mail address is none. Nothing was sent.</exception>
    /// <exception cref="OkSignException">The call failed.</exception>
    public virtual async Task<SignerId> CalculateIdAsync(string name, string email, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(email);
        Arguments.ThrowIfAny(string.IsNullOrWhiteSpace(name) ? ["A name is needed."] : [], nameof(name));
        Arguments.ThrowIfAny(EmailAddress.IsPlausible(email) ? [] : ["An e-mail address is needed."], nameof(email));
        CalculatedSignerId calculated = await _run.ReadAsync(
            SignersOperations.CalculateId,
            (call, token) => _api.CalculateIdAsync(
                new JsonBody<NameAndEmail>(new NameAndEmail(name, email), SignersJson.Shared.NameAndEmail),
                call,
                token),
            SignersJson.Shared.CalculatedSignerId,
            cancellationToken).ConfigureAwait(false);
        return calculated.Id;
    }
}
