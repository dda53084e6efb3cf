# Finds libunistring, which ships neither a .pc nor CMake files. Target: Libunistring::Libunistring.
find_path(LIBUNISTRING_INCLUDE_DIR uninorm.h)
find_library(LIBUNISTRING_LIBRARY unistring)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Libunistring DEFAULT_MSG LIBUNISTRING_LIBRARY LIBUNISTRING_INCLUDE_DIR)
if(Libunistring_FOUND AND NOT TARGET Libunistring::Libunistring)
  add_library(Libunistring::Libunistring UNKNOWN IMPORTED)
  set_target_properties(Libunistring::Libunistring PROPERTIES
    IMPORTED_LOCATION "${LIBUNISTRING_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${LIBUNISTRING_INCLUDE_DIR}")
endif()
mark_as_advanced(LIBUNISTRING_INCLUDE_DIR LIBUNISTRING_LIBRARY)
