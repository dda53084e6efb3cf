# twt_add_kernels(SET...): adds kernel_scalar.c and, of each instruction set that the compiler knows for this processor,
# kernel_SET.c to the library; kernel.c is told of them as TWT_HAS_SET. base/cpu.c asks for the same at run time.
include(CheckCCompilerFlag)

set(twt_flags_avx2 -mavx2 -mbmi -mbmi2 -mpopcnt)
set(twt_flags_avx512 ${twt_flags_avx2} -mavx512f -mavx512bw -mavx512dq -mavx512vl)
set(twt_flags_vbmi2 ${twt_flags_avx512} -mavx512vbmi2)

set(twt_instruction_sets)
if(TWICETOLD_BUILD_KERNELS AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$" AND CMAKE_SIZEOF_VOID_P EQUAL 8)
  foreach(set avx2 avx512 vbmi2)
    check_c_compiler_flag("${twt_flags_${set}}" TWT_COMPILER_HAS_${set})
    if(TWT_COMPILER_HAS_${set})
      list(APPEND twt_instruction_sets ${set})
    endif()
  endforeach()
elseif(TWICETOLD_BUILD_KERNELS AND CMAKE_SYSTEM_PROCESSOR MATCHES "^(aarch64|arm64|ARM64)$")
  list(APPEND twt_instruction_sets neon)
endif()

# Optimised in debug builds too: a test of a million shingles would crawl else. gcc 12 does not vectorise below -O3.
function(twt_add_kernel set)
  set_source_files_properties(kernel_${set}.c TARGET_DIRECTORY twicetold_objects
    PROPERTIES COMPILE_OPTIONS "-O3;${twt_flags_${set}}")
  target_sources(twicetold_objects PRIVATE kernel_${set}.c)
endfunction()

function(twt_add_kernels)
  twt_add_kernel(scalar)
  set(definitions)
  foreach(set ${ARGN})
    if(set IN_LIST twt_instruction_sets)
      twt_add_kernel(${set})
      string(TOUPPER TWT_HAS_${set} definition)
      list(APPEND definitions ${definition})
    endif()
  endforeach()
  set_source_files_properties(kernel.c TARGET_DIRECTORY twicetold_objects
    PROPERTIES COMPILE_DEFINITIONS "${definitions}")
  target_sources(twicetold_objects PRIVATE kernel.c)
endfunction()
