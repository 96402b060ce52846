using AspNetCoreHost.Contracts;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace AspNetCoreHost.Pages;

public sealed class IndexModel(ContractStore contracts) : PageModel
{
    public IReadOnlyList<ContractSummary> Contracts { get; private set; } = [];

    public async Task OnGetAsync() => Contracts = await contracts.ListAsync();
}
