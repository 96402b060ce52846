using System.Diagnostics.CodeAnalysis;

namespace OkSign.Client;

/// <summary>One kind of inbound call: which parameters it knows, and what becomes of them.</summary>
/// <param name="create">Makes the call of its parameters; must take whatever they hold.</param>
/// <param name="names">The known parameters, of which one at least must be there.</param>
/// <param name="idNames">The ones among them that must not hold a control character: ids go into headers and logs.</param>
internal sealed class InboundForm<T>(Func<InboundParameters, T> create, IReadOnlyList<string> names, IReadOnlyList<string> idNames)
    where T : OkSignInboundCall
{
    /// <exception cref="FormatException">The query is not such a call.</exception>
    public T Parse(InboundQuery query) => TryParse(query, out T? call, out string? reason) ? call : throw new FormatException(reason);

    public bool TryParse(InboundQuery query, [NotNullWhen(true)] out T? call, [NotNullWhen(false)] out string? reason)
    {
        reason = query.Problem ?? ProblemOf(query.Parameters);
        call = reason is null ? create(query.Parameters) : null;
        return call is not null;
    }

    private string? ProblemOf(InboundParameters parameters)
    {
        if (!names.Any(parameters.All.ContainsKey))
        {
            return "The query has none of the parameters that are known.";
        }

        string? unfit = idNames.FirstOrDefault(name => parameters.All.TryGetValue(name, out string? id) && id.Any(char.IsControl));
        return unfit is null ? null : $"The parameter {unfit} holds a control character.";
    }
}
