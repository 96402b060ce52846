using OkSign.Client.OkDokument;
using OkSign.Client.Tests.Contracts;

namespace OkSign.Client.Tests.OkDokument.Contracts;

/// <summary>The whole table of OKdokument: one entry for each operation.</summary>
public static class OkDokumentContractTable
{
    public static IReadOnlyList<Contract<OkDokumentClient>> All { get; } = [.. RequestsContracts.All, .. StorageContracts.All, .. UsageContracts.All];

    /// <summary>Further calls of operations that are in the table.</summary>
    public static IReadOnlyList<Contract<OkDokumentClient>> Further { get; } = [.. RequestsContracts.Further, .. StorageContracts.Further];

    public static IEnumerable<Contract<OkDokumentClient>> AllCalls => All.Concat(Further);

    public static Contract<OkDokumentClient> Of(string name) => AllCalls.Single(contract => contract.ToString() == name);

    /// <summary>Each call with each of its answers.</summary>
    public static TheoryData<string, string> CallsAndAnswers()
    {
        var data = new TheoryData<string, string>();
        foreach (Contract<OkDokumentClient> contract in AllCalls)
        {
            foreach (ContractAnswer answer in contract.Answers)
            {
                data.Add(contract.ToString(), answer.Name);
            }
        }

        return data;
    }
}
