pragma solidity ^0.8.0;

import {Base, Other as O} from "./Base.sol";

abstract contract Bank is Base(1), Owned {
    using SafeMath for uint256;

    enum State { Open, Shut }

    struct Account { address owner; uint256[] amounts; }

    event Paid(address indexed to, uint256 amount);

    mapping(address => mapping(address => uint256)) private _allowed;
    uint256 public constant FEE = 3 ether;

    modifier onlyOwner() {
        require(msg.sender == owner, "not yours");
        _;
    }

    constructor(address first) payable {
        owner = first;
    }

    function pay(address payable to, uint256 amount)
        external
        onlyOwner
        limited(5)
        returns (bool ok, uint256)
    {
        (bool done, ) = to.call{value: amount, gas: 5000}("");
        if (!done || amount ** 2 > FEE) revert Failed({by: to});
        for (uint256 i = 0; i < 3; ++i) {
            unchecked { total += i; }
        }
        emit Paid(to, amount);
        try this.check(to) returns (bool good) {
            ok = good;
        } catch Error(string memory reason) {
            delete _allowed[to][msg.sender];
        }
        assembly { let x := add(1, 2) }
        Account memory a = Account(to, new uint256[](2));
        return (done ? true : false, a.amounts[0] >> 1);
    }

    receive() external payable {}
}
