using AspNetCoreHost.Contracts;

namespace AspNetCoreHost.Pages;

/// <summary>The states of a contract in words.</summary>
internal static class StateText
{
    public static string Of(ContractState state) => state switch
    {
        ContractState.Draft => "Draft",
        ContractState.Sending => "Being sent",
        ContractState.Uncertain => "Uncertain",
        ContractState.Sent => "Out for signature",
        _ => "Signed by all",
    };
}
